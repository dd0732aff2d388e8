using System.Text.Json.Nodes;
using Spark.Simulators.Teams.CommandLine;
using Spark.Simulators.Teams.Hosting;
using Spark.Tests;

namespace Spark.Simulators.Teams.Tests.Witnesses;

/// <summary>Whether the simulator is like Teams: a bot of Microsoft's own SDK works with it as it stands.</summary>
public sealed class BotBuilderTests
{
    private static readonly NodeWitness Witness = new("botbuilder", "4.23.3");

    [Fact]
    public async Task A_bot_of_Bot_Builder_believes_the_simulators_tokens_and_is_at_home_in_its_Connector()
    {
        var token = TestContext.Current.CancellationToken;
        var port = LoopbackPort.Free();
        var options = new SimulatorOptions { Urls = "http://127.0.0.1:0", Bot = new Uri($"http://127.0.0.1:{port}/api/messages"), ClientSecret = "secret" };
        await using var simulator = SimulatorApplication.Build(options, TimeProvider.System);
        await simulator.StartAsync(token);
        var input = new JsonObject
        {
            ["simulator"] = simulator.Urls.Single(), ["port"] = port, ["appId"] = options.AppId, ["secret"] = options.ClientSecret, ["tenant"] = options.Tenant,
        };

        var printed = await Witness.AskAsync(await ScriptAsync(token), input.ToJsonString(), token);

        Assert.SkipWhen(printed is null, NodeWitness.Missing);
        var said = JsonNode.Parse(printed)!;
        Texts(said, "faults").ShouldBeEmpty(printed);
        said["forged"]!.GetValue<int>().ShouldBe(401);
        Texts(said, "seen").ShouldBe(["installation add", "members 2", "message hello"]);
        said["isConnectorClient"]!.GetValue<bool>().ShouldBeTrue();
        Texts(said, "members").ShouldBe(["alex@contoso.example"]);
        said["member"]!.GetValue<string>().ShouldBe("alex.wilber@contoso.example");
        said["all"]!.GetValue<int>().ShouldBe(1);
        said["opened"]!.GetValue<string>().ShouldBe("a:1alex-personal");
        (said["nowhere"]!.GetValue<string>(), said["removed"]!.GetValue<string>(), said["large"]!.GetValue<string>())
            .ShouldBe(("404 ConversationNotFound", "403 BotNotInConversationRoster", "413 MessageSizeTooBig"));
        using var http = new HttpClient();
        JsonNode.Parse(await http.GetStringAsync(new Uri($"{simulator.Urls.Single()}/__sim/conversations?id=alex"), token))!["messages"]!.AsArray()
            .Where(message => message!["from"]!.GetValue<string>() == "bot")
            .Select(message => message!["activity"]!["text"]?.GetValue<string>() ?? "a card")
            .ShouldBe(["Changed", "a card", "I write first"]);
    }

    private static IEnumerable<string> Texts(JsonNode said, string name) => said[name]!.AsArray().Select(one => one!.GetValue<string>());

    private static async Task<string> ScriptAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(typeof(BotBuilderTests).Assembly.GetManifestResourceStream("bot-builder.cjs")!);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
