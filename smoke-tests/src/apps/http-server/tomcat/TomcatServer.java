import java.io.File;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Embedded Tomcat with the scenarios under the context path {@code /app} files beside them and nothing at the root. */
public final class TomcatServer {
    private TomcatServer() {
    }

    public static void main(String[] args) throws Exception {
        Children.prepare();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(new File(args[0]).getAbsolutePath());
        tomcat.setPort(0);
        tomcat.getConnector().addUpgradeProtocol(new Http2Protocol());
        Context context = tomcat.addContext("/app", new File(args[0]).getAbsolutePath());
        Wrapper wrapper = Tomcat.addServlet(context, "scenarios", new Scenarios());
        wrapper.setAsyncSupported(true);
        for (String mapping : Mappings.ALL) {
            context.addServletMappingDecoded(mapping, "scenarios");
        }
        Tomcat.addServlet(context, "files", new DefaultServlet());
        context.addServletMappingDecoded("/", "files");
        FilterDef filter = new FilterDef();
        filter.setFilterName("passing");
        filter.setFilter(new PassingFilter());
        filter.setAsyncSupported("true");
        context.addFilterDef(filter);
        FilterMap everything = new FilterMap();
        everything.setFilterName("passing");
        everything.addURLPattern("/*");
        context.addFilterMap(everything);
        ErrorPage page = new ErrorPage();
        page.setErrorCode(410);
        page.setLocation(Mappings.ERROR_PAGE);
        context.addErrorPage(page);
        tomcat.start();
        System.out.println("port " + tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }
}
