import java.util.Scanner;

/** Repeats its input until that ends, then exits with 3. */
public final class Echo {
    private Echo() {
    }

    public static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        System.out.println("ready");
        Scanner in = new Scanner(System.in);
        while (in.hasNextLine()) {
            System.out.println(System.getProperty("greeting") + " " + System.getenv("WHO") + " " + in.nextLine()
                    + " " + String.join(" ", args));
        }
        System.exit(3);
    }
}
