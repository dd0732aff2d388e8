using System.Net;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>Plugins come from folders: what is broken says so and hurts nobody, what is removed is gone, what is put back serves.</summary>
public sealed class PluginFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Broken_plugins_are_listed_with_their_reasons_and_the_others_work()
    {
        var plugins = CopyPlugins();
        folder.Write("plugins/channel/broken/1.0.0/plugin.json", "{ this is not JSON");
        folder.Write("plugins/channel/lost/1.0.0/plugin.json", Manifest("lost", "Lost.dll", "1.0"));
        folder.Write("plugins/channel/future/1.0.0/plugin.json", Manifest("future", "Future.dll", "99.0"));
        folder.Write("plugins/channel/future/1.0.0/Future.dll", "");
        folder.Copy(BuiltBesideThis("Spark.UnderTest.ThrowingConstructor"), "plugins/action/throwing-constructor/1.0.0");
        folder.Write("plugins/action/throwing-constructor/1.0.0/plugin.json", Manifest("throwing-constructor", "Spark.UnderTest.ThrowingConstructor.dll", "1.0", "action"));

        await using var host = await StartAsync(plugins);
        while (await StatusAsync(host, "/health/ready") is var status && status != HttpStatusCode.OK)
        {
            // A probe that a busy machine does not get to within two seconds counts as away.
            status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            await Task.Delay(100, Token);
        }

        (await AskForTokenAsync(host)).ShouldBe(HttpStatusCode.OK);

        await using var list = ChildProcess.StartDotnet(SparkHost.Assembly, ["plugin", "list", "--plugins", plugins]);
        (await list.WaitForExitAsync(Token)).ShouldBe(0);
        list.Output.ShouldMatch("broken.*SPK");
        list.Output.ShouldMatch("lost.*Lost\\.dll");
        list.Output.ShouldContain("99.0");
        list.Output.ShouldContain(ContractVersion.Current.ToString());
        list.Output.ShouldMatch("throwing-constructor.*faulted.*SPK");
        list.Output.ShouldMatch("web-chat.*[Rr]unning");
    }

    [Fact]
    public async Task Without_the_folder_of_web_chat_the_host_runs_and_with_it_again_it_serves()
    {
        var plugins = CopyPlugins();
        var webChat = Path.Combine(plugins, "channel", "web-chat");
        var aside = folder.Path("aside");
        Directory.Move(webChat, aside);
        await using (var without = await StartAsync(plugins))
        {
            // It serves what it can, and says that something of its environment is missing.
            (await StatusAsync(without, "/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await without.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Token)).Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
            (await StatusAsync(without, "/chat")).ShouldBe(HttpStatusCode.NotFound);
            (await Webhook.PostSignedAsync(without.Http, Webhook.Message("c-1", "Hello", "k-1", TimeProvider.System.GetUtcNow()), Token))
                .Status.ShouldBe(200);
        }

        Directory.Move(aside, webChat);
        await using var with = await StartAsync(plugins);
        (await StatusAsync(with, "/chat")).ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);
        (await AskForTokenAsync(with)).ShouldBe(HttpStatusCode.OK);
    }

    // The build puts all projects beside each other, in folders of the same configuration's name.
    private static string BuiltBesideThis(string project)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(here.Parent!.Parent!.FullName, project, here.Name);
    }

    private static string Manifest(string id, string assembly, string contracts, string kind = "channel") =>
        $$"""{ "id": "{{id}}", "name": "{{id}}", "version": "1.0.0", "kinds": ["{{kind}}"], "assembly": "{{assembly}}", "contracts": "{{contracts}}", "paths": [], "owner": "test" }""";

    private static async Task<HttpStatusCode> StatusAsync(SparkHost host, string path)
    {
        using var response = await host.Http.GetAsync(new Uri(path, UriKind.Relative), Token);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> AskForTokenAsync(SparkHost host)
    {
        using var answer = await host.Http.PostAsync(new Uri("/channels/web/v3/directline/tokens/generate", UriKind.Relative), null, Token);
        return answer.StatusCode;
    }

    private string CopyPlugins() => folder.Copy(Repository.Path("artifacts", "plugins"), "plugins");

    private Task<SparkHost> StartAsync(string plugins)
    {
        var environment = folder.Write("environment.yaml", TestEnvironment.WithCalls(new Uri("http://127.0.0.1:1"), "it-support"));
        return SparkHost.StartAsync(environment, folder.Path("data"), LoopbackPort.Free(), Token, plugins: plugins);
    }
}
