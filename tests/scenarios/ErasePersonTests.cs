using System.IO.Compression;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>Somebody who is with an agent this moment asks for all that is kept of them, and to have it erased: by the commands, on a real host.</summary>
public sealed class ErasePersonTests : IAsyncLifetime
{
    private const string Marker = "Zyxwvut";

    private readonly TemporaryFolder folder = new();
    private readonly int port = LoopbackPort.Free();
    private DeskSimulator desk = null!;
    private SparkHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, content) in RelayBot.Files)
        {
            folder.Write(name, content);
        }

        desk = await DeskSimulator.StartAsync(LoopbackPort.Free(), Token);
        host = await SparkHost.StartAsync(
            folder.Write("environment.yaml", RelayBot.Environment(port, desk.Url)), folder.Path("data"), port, Token, folder.Path("bots"));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await desk.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task What_is_kept_is_exported_and_erased_while_the_person_is_with_an_agent_who_is_told_that_they_have_gone()
    {
        using var other = await WebChatPerson.StartAsync(host.Url, Token);
        await other.SayAsync("somebody else is here", Token);
        await other.HearAsync(texts => texts.Count > 0, Token);
        using var person = await WebChatPerson.StartAsync(host.Url, Token);
        await person.SayAsync($"my laptop {Marker} is on fire", Token);
        await person.SayAsync("help", Token);
        await person.HearAsync(texts => texts.Contains("You are number 1, I wait with you."), Token);
        var taken = await desk.ConversationAsync(_ => true, Token);
        await desk.ActAsync(taken, "say", Token, $"One moment, {Marker}");
        await person.HearAsync(texts => texts.Contains($"Ada: One moment, {Marker}"), Token);
        DatabaseDump.OfFiles(folder.Path("data")).ShouldContain(Marker);

        var archive = folder.Path("person.zip");
        (await RunAsync("person", "export", "--conversation", person.Address, "--to", archive)).Code.ShouldBe(0);
        await using (var zip = await ZipFile.OpenReadAsync(archive, Token))
        {
            using var said = new StreamReader(await zip.Entries.Single(entry => entry.Name == "transcript.txt").OpenAsync(Token));
            var text = await said.ReadToEndAsync(Token);
            text.ShouldContain($"person: my laptop {Marker} is on fire");
            text.ShouldContain($"Ada: One moment, {Marker}");
            text.ShouldNotContain("somebody else");
        }

        var (_, preview) = await RunAsync("person", "erase", "--conversation", person.Address);
        preview.ShouldContain("Would go: 1 conversations (1 open)");
        DatabaseDump.OfFiles(folder.Path("data")).ShouldContain(Marker, Case.Sensitive, "saying it once erases nothing");
        var (code, done) = await RunAsync("person", "erase", "--conversation", person.Address, "--yes");

        (code, done.Contains("1 conversations with", StringComparison.Ordinal)).ShouldBe((0, true), done);
        await desk.ConversationAsync(one => (bool)one["contactLeft"]!, Token);
        var kept = DatabaseDump.OfFiles(folder.Path("data"));
        kept.Contains(Marker, StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
        kept.ShouldContain("somebody else");
        (await RunAsync("db", "check")).Code.ShouldBe(0);

        await person.SayAsync("hello once more", Token);
        await person.HearAsync(texts => texts.Count > 0, Token);
        var (_, audit) = await RunAsync("audit", "list");
        audit.ShouldContain("person.erased");
        audit.ShouldNotContain(person.Address);
    }

    private async Task<(int Code, string Text)> RunAsync(params string[] command)
    {
        var token = (await host.WaitForLineAsync("shown this once", Token)).Split(": ")[^1].Trim();
        await using var spark = ChildProcess.StartDotnet(SparkHost.Assembly, [.. command, "--host", host.Url.ToString(), "--token", token]);
        var code = await spark.WaitForExitAsync(Token);
        return (code, spark.Output.Trim());
    }
}
