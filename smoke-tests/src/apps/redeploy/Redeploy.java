import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Deploys an application that brings its own driver again and again, uses it, undeploys it, and counts how many of the
 * loaders the garbage collector could take. Arguments: driver jar, times, and "wait" to stay until the input ends.
 */
public final class Redeploy {
    private Redeploy() {
    }

    public static void main(String[] args) throws Exception {
        int times = Integer.parseInt(args[1]);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            loaders.add(deploy(new File(args[0])));
        }
        System.out.println("collected " + collected(loaders) + " of " + times);
        System.out.println("done");
        if (args.length > 2) {
            System.in.read();
        }
    }

    private static WeakReference<ClassLoader> deploy(File jar) throws Exception {
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toURI().toURL()},
                ClassLoader.getPlatformClassLoader());
        Class<?> type = loader.loadClass("org.h2.Driver");
        Driver driver = (Driver) type.getDeclaredConstructor().newInstance();
        try (Connection connection = driver.connect("jdbc:h2:mem:", new Properties());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1")) {
            rows.next();
        }
        type.getMethod("unload").invoke(null);
        loader.close();
        return new WeakReference<>(loader);
    }

    /** References are cleared some time after a collection; a few are needed, and the last loader may stay a while. */
    private static long collected(List<WeakReference<ClassLoader>> loaders) {
        long left = loaders.size();
        for (int round = 0; round < 20 && left > 0; round++) {
            System.gc();
            left = loaders.stream().filter(loader -> loader.get() != null).count();
        }
        return loaders.size() - left;
    }
}
