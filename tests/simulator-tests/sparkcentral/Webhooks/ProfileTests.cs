using System.Net;
using System.Text.Json;
using Spark.Simulators.Sparkcentral.Settings;
using Spark.Simulators.Sparkcentral.Tests.Support;

namespace Spark.Simulators.Sparkcentral.Tests.Webhooks;

public sealed class ProfileTests
{
    private static readonly string[] Envelope = ["timestamp", "idempotencyKey", "version", "type", "data"];

    [Fact]
    public async Task The_classic_profile_has_the_fields_of_the_official_sample()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        await simulator.StartConversationAsync("Grüezi 👋");

        var started = simulator.Agent.Received[0];
        Names(started.Json).ShouldBe(Envelope);
        started.Json.GetProperty("timestamp").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$");
        Names(started.Json.GetProperty("data")).ShouldBe(["conversationId", "medium", "channel", "contactProfile", "contactAttributes"]);
        Names(started.Json.GetProperty("data").GetProperty("contactProfile")).ShouldBe(
            ["id", "mediumContactProfileId", "primaryIdentifier", "secondaryIdentifier", "pictureUrl", "vip"]);
        var inbound = simulator.Agent.Received[1];
        Names(inbound.Json.GetProperty("data")).ShouldBe(["conversationId", "message"]);
        Names(inbound.Json.GetProperty("data").GetProperty("message")).ShouldBe(["text"]);
        inbound.Text.ShouldContain("Grüezi 👋");
    }

    [Fact]
    public async Task The_mixed_profile_adds_the_message_id_to_the_classic_one()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(WireProfile.Mixed);
        await simulator.ControlAsync("messages", new { text = "Sales", payload = "MENU_SALES" });
        await simulator.InspectAsync("deliveries?waitForEnded=2");

        var data = simulator.Agent.Received[1].Json.GetProperty("data");
        Names(data).ShouldBe(["conversationId", "message"]);
        Names(data.GetProperty("message")).ShouldBe(["messageId", "text", "payload"]);
    }

    [Fact]
    public async Task The_successors_profile_has_its_own_header_paths_token_and_fields()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(WireProfile.Inbox2);
        await simulator.ControlAsync("messages", new { text = "Hello" });
        var deliveries = await simulator.InspectAsync("deliveries?waitForAttempts=1");

        var attempt = deliveries[0].GetProperty("attempts")[0];
        attempt.GetProperty("headers").TryGetProperty("X-Hootsuite-Signature", out _).ShouldBeTrue();
        using var body = JsonDocument.Parse(attempt.GetProperty("body").GetString()!);
        body.RootElement.GetProperty("timestamp").GetString()!.ShouldMatch(@"\.\d{9}Z$");
        body.RootElement.GetProperty("data").GetProperty("language").GetString().ShouldBe("en");
        body.RootElement.GetProperty("data").GetProperty("contactProfile").TryGetProperty("vip", out _).ShouldBeFalse();

        using var token = await simulator.TokenAsync(form: "grant_type=organization_app&organization_id=42", path: "/oauth2/token");
        token.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var classic = await simulator.TokenAsync();
        classic.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var withoutToken = await simulator.PostAsync("/inbox/v1/virtual-agent/conversations/unknown");
        withoutToken.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_message_without_text_and_attributes_that_are_null_can_be_sent()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        await simulator.ControlAsync("messages", new { contact = new { nullAttributes = true } });
        await simulator.InspectAsync("deliveries?waitForEnded=2");

        simulator.Agent.Received[0].Json.GetProperty("data").GetProperty("contactAttributes").ValueKind.ShouldBe(JsonValueKind.Null);
        Names(simulator.Agent.Received[1].Json.GetProperty("data").GetProperty("message")).ShouldBeEmpty();
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
