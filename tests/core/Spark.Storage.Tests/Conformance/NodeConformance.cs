using Spark.Runtime.Nodes;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance;

public abstract class NodeConformance : StorageConformance
{
    private INodeStore Nodes => Stores.Get<INodeStore>();

    [Fact]
    public async Task Nodes_with_a_lease_are_listed()
    {
        await Nodes.RegisterAsync(new(5, "here/1", 3, TimeSpan.FromMinutes(1)), Cancelled);

        var listed = await Nodes.ListAsync(Cancelled);

        listed.Select(node => node.Id).ShouldBe([5, Node], ignoreOrder: true);
        var five = listed.Single(node => node.Id == 5);
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

    [Fact]
    public async Task A_lease_runs_out_by_itself()
    {
        var brief = await Stores.JoinAsync(TimeSpan.FromMilliseconds(300));
        (await Nodes.ListAsync(Cancelled)).ShouldContain(node => node.Id == brief);

        while ((await Nodes.ListAsync(Cancelled)).Any(node => node.Id == brief))
        {
            await Task.Delay(20, Cancelled);
            Stores.Clock.Advance(TimeSpan.FromMilliseconds(20));
        }

        (await Nodes.RenewAsync(brief, TimeSpan.FromMinutes(1), Cancelled)).ShouldBeFalse();
        (await CommitAsync(Turns.First("c1") with { Node = brief })).Status.ShouldBe(Spark.Runtime.Turns.CommitStatus.Fenced);
    }
}
