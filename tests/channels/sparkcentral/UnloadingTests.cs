using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Spark.Channels.Sparkcentral.Tests.Support;
using Spark.Messages;
using Spark.Testing;

namespace Spark.Channels.Sparkcentral.Tests;

public sealed class UnloadingTests
{
    [Fact]
    public async Task A_plugin_that_has_worked_can_be_unloaded()
    {
        await using var sparkcentral = await LoopbackSparkcentral.StartAsync();

        var context = await WorkAsync(sparkcentral.Address);

        for (var i = 0; context.IsAlive && i < 2_000; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(i < 20 ? 1 : 20, TestContext.Current.CancellationToken);
        }

        context.IsAlive.ShouldBeFalse();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> WorkAsync(Uri restUrl)
    {
        var context = new AssemblyLoadContext("sparkcentral", isCollectible: true);
        using var http = new HttpClient();
        var assembly = context.LoadFromAssemblyPath(Path.Combine(Manifest.Folder, "Spark.Channels.Sparkcentral.dll"));
        assembly.ShouldNotBe(typeof(SparkcentralPlugin).Assembly);
        var plugin = (IPlugin)assembly.CreateInstance(typeof(SparkcentralPlugin).FullName!)!;
        var builder = new CreatingBuilder(
            $$"""{"flavor":"sparkcentral","restUrl":"{{restUrl}}","clientId":"client","clientSecret":"s3cret","sharedSecret":"{{Vectors.Secret}}"}""",
            new ChannelServices
            {
                InstanceId = "sparkcentral",
                Http = http,
                Time = new ManualClock(Vectors.SentAt),
                Logs = new CollectingLogs(),
                PublicUrl = new Uri("https://spark.example"),
                Feed = new EmptyFeed(),
            });
        plugin.Configure(builder);

        var receipt = await builder.Channel!.ReceiveAsync(Vectors.Request(Vectors.V1, Vectors.V1Signature), TestContext.Current.CancellationToken);
        receipt.Events.Count.ShouldBe(1);
        var message = TestChannel.Message("Hello") with { Completion = new Completion { Kind = CompletionKind.Handover } };
        (await builder.Channel.SendAsync(message, TestContext.Current.CancellationToken)).ShouldBe(Delivery.Delivered);

        context.Unload();
        return new WeakReference(context);
    }
}
