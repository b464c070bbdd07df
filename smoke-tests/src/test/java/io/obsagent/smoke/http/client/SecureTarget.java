package io.obsagent.smoke.http.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** As {@link Target}, over TLS: speaks HTTP/2 with those who offer it, else HTTP/1.1. Answers with what it spoke. */
final class SecureTarget implements AutoCloseable {
    /** Kept, because loggers are garbage collected, levels and all. */
    private static final Logger NOISE = Logger.getLogger("org.apache");

    static {
        NOISE.setLevel(Level.SEVERE);
    }

    private final Tomcat tomcat = new Tomcat();
    private final Map<String, List<String>> traceparents = new ConcurrentHashMap<>();

    SecureTarget(Path folder) {
        tomcat.setBaseDir(folder.toString());
        tomcat.setSilent(true);
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(keys());
        connector.addUpgradeProtocol(new Http2Protocol());
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "answers", new Answers());
        context.addServletMappingDecoded("/*", "answers");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLHostConfig keys() {
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(ServerKey.STORE.toString());
        certificate.setCertificateKeystorePassword(ServerKey.PASSWORD);
        host.addCertificate(certificate);
        return host;
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** The values of traceparent in all requests for a path. */
    List<String> traceparents(String path) {
        return traceparents.getOrDefault(path, List.of());
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Answers extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            traceparents.computeIfAbsent(request.getRequestURI(), path -> Collections.synchronizedList(new ArrayList<>()))
                    .addAll(Collections.list(request.getHeaders("traceparent")));
            response.getWriter().print(request.getProtocol());
        }
    }
}
