using System.Globalization;
using System.Text.Json.Nodes;
using Spark.Tests;

namespace Spark.Faults.Tests;

/// <summary>
/// A person on the web and an agent at a desk write to each other while the host between them is killed again and again. The desk takes no
/// idempotency key, but what was put beside a message can be looked up.
/// </summary>
public sealed class RelayKillTests : IAsyncLifetime
{
    private const int Messages = 200;
    private const int Kills = 5;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spark-relay-");
    private readonly int port = LoopbackPort.Free();
    private DeskSimulator desk = null!;
    private SparkHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, content) in RelayBot.Files)
        {
            Write(name, content);
        }

        desk = await DeskSimulator.StartAsync(LoopbackPort.Free(), Token);
        Write("environment.yaml", RelayBot.Environment(port, desk.Url));
        host = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await desk.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Messages_of_both_sides_arrive_in_order_and_once_however_often_the_host_is_killed()
    {
        using var person = await WebChatPerson.StartAsync(host.Url, Token);
        await person.SayAsync("help", Token);
        await person.HearAsync(texts => texts.Contains("You are number 1, I wait with you."), Token);
        var conversation = await desk.ConversationAsync(_ => true, Token);
        await desk.ActAsync(conversation, "join", Token);

        // Answers that get lost beside it: what the desk has and we do not know of must not come twice.
        await desk.FaultAsync(new JsonObject { ["cut"] = 5, ["repeat"] = 5 }, Token);
        var said = 0;
        var asking = Task.Run(
            async () =>
            {
                foreach (var text in Numbered("person"))
                {
                    await person.SayAsync(text, Token);
                    Interlocked.Increment(ref said);
                }
            },
            Token);
        var answering = Task.Run(
            async () =>
            {
                foreach (var text in Numbered("agent"))
                {
                    await desk.ActAsync(conversation, "say", Token, text);
                    await Task.Yield();
                }
            },
            Token);
        for (var kill = 1; kill <= Kills; kill++)
        {
            while (Volatile.Read(ref said) < kill * Messages / (Kills + 1))
            {
                await Task.Delay(20, Token);
            }

            await host.KillAsync();
            await host.DisposeAsync();
            host = await StartAsync();
        }

        await Task.WhenAll(asking, answering);
        var texts = await person.HearAsync(texts => texts.Contains(Numbered("Ada: agent").Last()), Token);
        texts.Where(text => text.StartsWith("Ada: ", StringComparison.Ordinal)).ShouldBe(Numbered("Ada: agent"));
        var heard = await desk.ConversationAsync(one => DeskSimulator.Heard(one).Contains(Numbered("person").Last()), Token);
        DeskSimulator.Heard(heard).ShouldBe(Numbered("person"));
    }

    private static IEnumerable<string> Numbered(string who) =>
        Enumerable.Range(1, Messages).Select(number => string.Create(CultureInfo.InvariantCulture, $"{who} {number}"));

    private Task<SparkHost> StartAsync() => SparkHost.StartAsync(
        Path.Combine(folder.FullName, "environment.yaml"), Path.Combine(folder.FullName, "data"), port, Token, Path.Combine(folder.FullName, "bots"));

    private void Write(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
