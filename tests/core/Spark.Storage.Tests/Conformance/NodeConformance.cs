using Spark.Runtime.Nodes;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance;

public abstract class NodeConformance : StorageConformance
{
    private INodeStore Nodes => Stores.Get<INodeStore>();

    [Fact]
    public async Task A_node_is_listed_as_it_registered()
    {
        await Nodes.RegisterAsync(new(5, "here/1", 3, TimeSpan.FromMinutes(1)), Cancelled);

        var five = (await Nodes.ListAsync(Cancelled)).Single(node => node.Id == 5);

        five.Name.ShouldBe("here/1");
        five.Format.ShouldBe(3);
    }

    [Fact]
    public async Task A_lease_begins_anew_until_it_has_ended()
    {
        (await Nodes.RenewAsync(Node, TimeSpan.FromMinutes(1), Cancelled)).ShouldBeTrue();
        await Nodes.ReleaseAsync(Node, Cancelled);

        (await Nodes.RenewAsync(Node, TimeSpan.FromMinutes(1), Cancelled)).ShouldBeFalse();
        (await Nodes.RenewAsync(77, TimeSpan.FromMinutes(1), Cancelled)).ShouldBeFalse("never registered");
        (await Nodes.ListAsync(Cancelled)).ShouldBeEmpty();
    }
}
