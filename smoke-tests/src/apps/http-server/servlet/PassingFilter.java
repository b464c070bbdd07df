import java.io.IOException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A filter in front of everything: catches what is thrown when the query says {@code caught}, passes the rest on. */
public final class PassingFilter implements Filter {
    @Override
    public void init(FilterConfig config) {
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IllegalStateException e) {
            if (!"caught".equals(((HttpServletRequest) request).getQueryString())) {
                throw e;
            }
            ((HttpServletResponse) response).setStatus(409);
        }
    }

    @Override
    public void destroy() {
    }
}
