using System.Net;
using System.Net.Http.Json;
using System.Text;
using Spark.Simulators.Sparkcentral.Tests.Support;

namespace Spark.Simulators.Sparkcentral.Tests.Control;

public sealed class WaitingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_that_waits_is_answered_when_what_it_waits_for_has_come()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        var waiting = simulator.ConversationAsync(id, "waitForReplies=1");
        await simulator.ManipulateStatusAsync(id, """{"sendMessage":{"text":"Here I am"}}""");

        (await waiting).GetProperty("lastMessage").GetProperty("text").GetString().ShouldBe("Here I am");
    }

    [Fact]
    public async Task What_does_not_come_is_answered_408_with_what_is_there()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        using var response = await simulator.Http.GetAsync(
            new Uri($"/__sim/conversations/{id}?waitForReplies=1&timeoutMs=20", UriKind.Relative), Token);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestTimeout);
        (await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Token)).GetProperty("messageCount").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_change_wakes_those_who_wait_for_any()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var version = (await simulator.InspectAsync("changes?since=-1")).GetProperty("version").GetInt64();

        var waiting = simulator.InspectAsync($"changes?since={version}");
        await simulator.ControlAsync("contacts", new { name = "Ada" });

        (await waiting).GetProperty("version").GetInt64().ShouldBeGreaterThan(version);
    }

    [Theory]
    [InlineData("/__sim/messages", "{broken", HttpStatusCode.BadRequest)]
    [InlineData("/__sim/messages", """{"contactId":"nobody","text":"Hi"}""", HttpStatusCode.NotFound)]
    [InlineData("/__sim/faults/hold", """{"target":"everything"}""", HttpStatusCode.BadRequest)]
    [InlineData("/__sim/faults/status", """{"target":"token","status":200}""", HttpStatusCode.BadRequest)]
    [InlineData("/__sim/clock/advance", """{"seconds":-1}""", HttpStatusCode.BadRequest)]
    public async Task A_control_call_that_makes_no_sense_is_told_why(string path, string json, HttpStatusCode expected)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await simulator.Http.PostAsync(new Uri(path, UriKind.Relative), content, Token);

        response.StatusCode.ShouldBe(expected);
        (await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Token)).GetProperty("errors").GetArrayLength().ShouldBe(1);
    }
}
