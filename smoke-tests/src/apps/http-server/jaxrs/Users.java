import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** A resource of JAX-RS: methods with and without a path of their own, and a locator. */
@Path("/users")
public final class Users {
    @GET
    public String all() {
        return "all";
    }

    @GET
    @Path("/{id}/orders/{order}")
    public String one(@PathParam("id") String id, @PathParam("order") String order) {
        return id + "-" + order;
    }

    @Path("/{id}/basket")
    public Basket basket(@PathParam("id") String id) {
        return new Basket();
    }
}
