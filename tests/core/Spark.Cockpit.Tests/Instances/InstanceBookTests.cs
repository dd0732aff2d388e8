using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Instances;
using Spark.Cockpit.Tests.Support;
using Spark.Plugins;
using Spark.Plugins.Instances;
using Spark.Runtime.Credentials;
using Spark.Runtime.Instances;

namespace Spark.Cockpit.Tests.Instances;

/// <summary>What another node has written into the shared database is followed here.</summary>
public sealed class InstanceBookTests
{
    private const string Name = "desk";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_another_node_saves_changes_and_removes_stands_changes_and_goes_here()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        var (book, store) = (server.Services.GetRequiredService<InstanceBook>(), server.Services.GetRequiredService<IInstanceStore>());

        var saved = Stored(server, "first-queue", isEnabled: true);
        (await store.PutAsync(Name, saved, null, Cancelled)).ShouldBeTrue();
        Standing(server).ShouldBeEmpty("nobody looked yet");
        await book.FollowAsync(Cancelled);
        Standing(server).ShouldBe(["desk: first-queue"]);

        var changed = Stored(server, "second-queue", isEnabled: true);
        (await store.PutAsync(Name, changed, saved, Cancelled)).ShouldBeTrue();
        await book.FollowAsync(Cancelled);
        Standing(server).ShouldBe(["desk: second-queue"]);

        var off = Stored(server, "second-queue", isEnabled: false);
        (await store.PutAsync(Name, off, changed, Cancelled)).ShouldBeTrue();
        await book.FollowAsync(Cancelled);
        Standing(server).ShouldBeEmpty();

        (await store.PutAsync(Name, Stored(server, "third-queue", isEnabled: true), off, Cancelled)).ShouldBeTrue();
        await book.FollowAsync(Cancelled);
        await store.RemoveAsync(Name, Cancelled);
        await book.FollowAsync(Cancelled);
        Standing(server).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_stands_already_is_left_alone()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        var (book, store) = (server.Services.GetRequiredService<InstanceBook>(), server.Services.GetRequiredService<IInstanceStore>());
        await store.PutAsync(Name, Stored(server, "first-queue", isEnabled: true), null, Cancelled);
        await book.FollowAsync(Cancelled);
        var before = server.Services.GetRequiredService<PluginHost>().Catalog.Instances.ShouldHaveSingleItem();

        await book.FollowAsync(Cancelled);

        server.Services.GetRequiredService<PluginHost>().Catalog.Instances.ShouldHaveSingleItem().ShouldBeSameAs(before);
    }

    [Fact]
    public async Task What_only_a_newer_program_can_read_keeps_nothing_else_from_running()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        var (book, store) = (server.Services.GetRequiredService<InstanceBook>(), server.Services.GetRequiredService<IInstanceStore>());
        var newer = Encoding.UTF8.GetString(Stored(server, "new", isEnabled: true)).Replace("Connection", "Oracle", StringComparison.OrdinalIgnoreCase);
        newer.ShouldContain("Oracle");
        await store.PutAsync("a-newer", Encoding.UTF8.GetBytes(newer), null, Cancelled);
        await store.PutAsync(Name, Stored(server, "first-queue", isEnabled: true), null, Cancelled);

        await book.FollowAsync(Cancelled);

        Standing(server).ShouldBe(["desk: first-queue"]);
        (await book.ListAsync(Cancelled)).Keys.ShouldBe([Name]);
        await book.StartAsync(Cancelled);

        // Nor is it written over by somebody who cannot see it.
        using var settings = JsonDocument.Parse("{}");
        var answer = await book.SaveAsync("a-newer", new(InstanceKind.Connection, "first-queue", null, false, false, settings.RootElement), Cancelled);
        answer.ShouldNotBeNull().IsSaved.ShouldBeFalse();
        answer.Reason.ShouldNotBeNull().ShouldContain("newer Spark");
    }

    private static IEnumerable<string> Standing(CockpitServer server) =>
        server.Services.GetRequiredService<PluginHost>().Catalog.Instances.Select(one => $"{one.Id}: {one.Plugin}");

    private static byte[] Stored(CockpitServer server, string plugin, bool isEnabled)
    {
        var (keyId, box) = server.Services.GetRequiredService<CredentialKeys>().Close("{}"u8.ToArray(), $"instance '{Name}'");
        var stored = new StoredInstance { Kind = InstanceKind.Connection, Plugin = plugin, IsEnabled = isEnabled, KeyId = keyId, Settings = box };
        return JsonSerializer.SerializeToUtf8Bytes(stored, StoredInstanceJson.Default.StoredInstance);
    }
}
