/** Says hello. */
public final class Hello {
    private Hello() {
    }

    public static void main(String[] args) throws Exception {
        System.out.println("hello");
        Ready.tell();
    }
}
