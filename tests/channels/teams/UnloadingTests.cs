using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Spark.Channels.Teams.Tests.Support;
using Spark.Messages;
using Spark.Testing;

namespace Spark.Channels.Teams.Tests;

public sealed class UnloadingTests
{
    [Fact]
    public async Task A_plugin_that_has_worked_can_be_unloaded()
    {
        await using var side = await FarSide.StartAsync();

        var context = await WorkAsync(side);

        for (var i = 0; context.IsAlive && i < 2_000; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(i < 20 ? 1 : 20, TestContext.Current.CancellationToken);
        }

        context.IsAlive.ShouldBeFalse();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> WorkAsync(FarSide side)
    {
        var context = new FolderContext();
        using var http = new HttpClient();
        var assembly = context.LoadFromAssemblyPath(Path.Combine(Manifest.Folder, "Spark.Channels.Teams.dll"));
        assembly.ShouldNotBe(typeof(TeamsPlugin).Assembly);
        var plugin = (IPlugin)assembly.CreateInstance(typeof(TeamsPlugin).FullName!)!;
        var clock = new ManualClock();
        var builder = new CreatingBuilder(
            $$"""
            {"appId":"{{Activities.AppId}}","clientSecret":"s","tenantId":"{{Activities.Tenant}}","authentication":"required","cloud":"public","tenants":[],"callerTenants":[],
             "entraIssuers":[],"fileHosts":[],"lookUpPeople":true,
             "channelMetadataUrl":"{{side.Address}}v1/.well-known/openidconfiguration","loginUrl":"{{side.Address}}","serviceHosts":["{{side.Address}}"]}
            """,
            new ChannelServices
            {
                InstanceId = "teams",
                Http = http,
                Time = clock,
                Logs = new CollectingLogs(),
                PublicUrl = new Uri("https://spark.example"),
                Feed = new EmptyFeed(),
                People = new MemoryPeople(),
            });
        plugin.Configure(builder);

        var receipt = await builder.Channel!.ReceiveAsync(new Forgery(side, clock.GetUtcNow()).Request(), TestContext.Current.CancellationToken);
        receipt.Events.Count.ShouldBe(1);
        var message = TestChannel.Message(receipt, new TextPart("Hello"), new ChoicesPart([new Choice { Label = "Yes", Token = "t" }]));
        (await builder.Channel.SendAsync(message, TestContext.Current.CancellationToken)).ShouldBe(Delivery.Delivered);

        (builder.Channel as IDisposable).ShouldNotBeNull().Dispose();
        context.Unload();
        return new WeakReference(context);
    }

    /// <summary>Loads private dependencies from the plugin's folder, as the host does.</summary>
    private sealed class FolderContext() : AssemblyLoadContext("teams", isCollectible: true)
    {
        protected override System.Reflection.Assembly? Load(System.Reflection.AssemblyName assemblyName) =>
            Path.Combine(Manifest.Folder, $"{assemblyName.Name}.dll") is var path && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
