using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Spark.Cockpit.Plugins;
using Spark.Cockpit.Tests.Support;
using Spark.Plugins;
using Spark.Plugins.Installing;
using Spark.Runtime.Nodes;
using Spark.Runtime.Tokens;

namespace Spark.Cockpit.Tests.Plugins;

/// <summary>Two nodes on one database tell each other which plugins they run.</summary>
public sealed class NodePluginBoardTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_node_stands_on_the_board_for_as_long_as_it_lives()
    {
        // A SQLite file has one node: two share a database that has many. And the board is told by the test alone.
        var store = new SharedNodes();
        await using var server = await CockpitServer.StartAsync(Cancelled, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<INodeStore>(store));
            services.Remove(services.Single(service => service.ImplementationType == typeof(NodePluginService)));
        });
        var here = server.Services.GetRequiredService<NodePluginBoard>();
        await server.Services.GetRequiredService<Node>().GetIdAsync(Cancelled);
        using var other = new Node(store, Options.Create(new NodeOptions()), TimeProvider.System, NullLogger<Node>.Instance);
        var there = new NodePluginBoard(server.Services.GetRequiredService<PluginHost>(), other, store, server.Services.GetRequiredService<ISettingsStore>());
        await there.TellAsync(Cancelled);
        (await there.ReadAllAsync(Cancelled)).ShouldAllBe(one => !one.IsHere, "it has no id yet");

        var id = await other.GetIdAsync(Cancelled);
        await here.TellAsync(Cancelled);
        await there.TellAsync(Cancelled);

        (await here.ReadAllAsync(Cancelled)).Select(one => one.IsHere).Order().ShouldBe([false, true]);
        (await there.ReadAllAsync(Cancelled)).Count(one => one.IsHere).ShouldBe(1);

        await store.ReleaseAsync(id, Cancelled);
        await here.TellAsync(Cancelled);
        (await here.ReadAllAsync(Cancelled)).ShouldHaveSingleItem().IsHere.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_folders_have_one_digest_when_the_same_files_lie_in_them()
    {
        var folder = Directory.CreateTempSubdirectory("spark-digest-");
        var (one, other) = (folder.CreateSubdirectory("one").FullName, folder.CreateSubdirectory("other").FullName);
        foreach (var place in new[] { one, other })
        {
            await File.WriteAllTextAsync(Path.Combine(place, "plugin.json"), "{}", Cancelled);
        }

        var first = await FolderDigest.OfAsync(one, Cancelled);
        (await FolderDigest.OfAsync(other, Cancelled)).ShouldBe(first);
        File.Move(Path.Combine(other, "plugin.json"), Path.Combine(other, "plugin2.json"));
        (await FolderDigest.OfAsync(other, Cancelled)).ShouldNotBe(first);
        folder.Delete(recursive: true);
    }
}
