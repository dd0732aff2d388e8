using System.Text.RegularExpressions;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>A draft is published with a note, listed, gone back from, and what was gone back to outlives a restart.</summary>
public sealed partial class PublishTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_version_is_published_listed_and_gone_back_from()
    {
        folder.Write("environment.yaml", "publicUrl: http://127.0.0.1:1\nchannels:\n  web: { plugin: web-chat, bot: little, settings: { secret: \"a secret of sixteen and more\" } }\n");
        Draft("Hello");
        var port = LoopbackPort.Free();
        var data = folder.Path("data");
        var host = await StartAsync(port);
        var token = TokenLine().Match(host.Output).Groups["token"].Value;
        try
        {
            Draft("Hello again");
            (await SparkAsync("publish", folder.Path("bots", "little"), "--note", "friendlier", "--move", "next-question", "--data", data, "--token", token)).ShouldContain("is live");

            var versions = await SparkAsync("versions", "little", "--data", data, "--token", token);
            versions.ShouldContain("friendlier");
            versions.ShouldContain("from folder");
            versions.Split('\n')[0].ShouldStartWith("live");

            Draft("Hello", untranslated: true);
            (await SparkAsync("publish", folder.Path("bots", "little"), "--data", data, "--token", token)).ShouldContain("SPK5001");
            Draft("Hello again");

            (await SparkAsync("rollback", "little", "--note", "back", "--data", data, "--token", token)).ShouldContain("live again");
        }
        finally
        {
            await host.KillAsync();
            await host.DisposeAsync();
        }

        // The folder holds the version that was gone back from, and does not come back by itself.
        await using var again = await StartAsync(port);
        var after = await SparkAsync("versions", "little", "--data", data, "--token", token);
        after.Split('\n')[0].ShouldContain("back");
    }

    private Task<SparkHost> StartAsync(int port) =>
        SparkHost.StartAsync(folder.Path("environment.yaml"), folder.Path("data"), port, Token, folder.Path("bots"));

    private void Draft(string hello, bool untranslated = false)
    {
        folder.Write("bots/little/bot.yaml", $"spark: 1\nbot: little\nlanguages: [en{(untranslated ? ", nl" : "")}]\nevents: {{ started: start }}\n");
        folder.Write("bots/little/dialogs/start.yaml", $"dialog: start\nsteps:\n  - {{ id: hi, say: {hello} }}\n");
    }

    private static async Task<string> SparkAsync(params string[] arguments)
    {
        await using var process = ChildProcess.StartDotnet(SparkHost.Assembly, arguments);
        await process.WaitForExitAsync(Token);
        return process.Output;
    }

    [GeneratedRegex(@"shown this once: (?<token>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TokenLine();
}
