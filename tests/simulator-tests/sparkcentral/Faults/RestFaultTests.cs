using System.Net;
using Spark.Simulators.Sparkcentral.Tests.Support;

namespace Spark.Simulators.Sparkcentral.Tests.Faults;

public sealed class RestFaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_held_call_has_no_effect_until_it_is_released()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();
        await simulator.ControlAsync("faults/hold", new { target = "manipulate" });

        var call = simulator.ManipulateStatusAsync(id, """{"sendMessage":{"text":"Hello"}}""");
        (await simulator.InspectAsync("faults/held?target=manipulate&waitFor=1")).GetProperty("held").GetInt32().ShouldBe(1);
        (await simulator.ConversationAsync(id)).GetProperty("messageCount").GetInt32().ShouldBe(1);
        await simulator.ControlAsync("faults/release", new { target = "manipulate" });

        (await call).ShouldBe(HttpStatusCode.OK);
        (await simulator.ConversationAsync(id)).GetProperty("messageCount").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_caller_that_leaves_while_it_is_held_has_done_nothing()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();
        var token = await simulator.NewTokenAsync();
        await simulator.ControlAsync("faults/hold", new { target = "manipulate" });
        using var client = new HttpClient { BaseAddress = simulator.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/virtual-agent/conversations/{id}", UriKind.Relative))
        {
            Content = new StringContent("""{"complete":"HANDOVER"}""", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", token);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var call = client.SendAsync(request, leaving.Token);
        await simulator.InspectAsync("faults/held?waitFor=1");
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);

        // It takes the simulator a moment to see that nobody is there any more.
        while (!(await simulator.InspectAsync("rest-calls?target=manipulate"))[0].GetProperty("callerLeft").GetBoolean())
        {
            await Task.Delay(5, Token);
        }

        await simulator.ControlAsync("faults/release");

        var logged = (await simulator.InspectAsync("rest-calls?target=manipulate"))[0];
        (await simulator.ConversationAsync(id)).GetProperty("owner").GetProperty("kind").GetString().ShouldBe("virtual-agent");
        logged.GetProperty("status").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Held_after_its_effect_a_call_has_done_its_work_and_the_caller_does_not_know()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();
        await simulator.ControlAsync("faults/hold", new { target = "manipulate", moment = "after" });

        var call = simulator.ManipulateStatusAsync(id, """{"complete":"HANDOVER"}""");
        await simulator.InspectAsync("faults/held?waitFor=1");
        call.IsCompleted.ShouldBeFalse();
        await simulator.ConversationAsync(id, "waitForOwner=none");
        await simulator.ControlAsync("faults/release");

        (await call).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tokens_can_be_held_too()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        await simulator.ControlAsync("faults/hold", new { target = "token" });

        var token = simulator.NewTokenAsync();
        await simulator.InspectAsync("faults/held?target=token&waitFor=1");
        await simulator.ControlAsync("faults/release");

        (await token).ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("before", 1)]
    [InlineData("after", 3)]
    public async Task The_next_calls_get_the_status_that_was_asked_for(string moment, int messages)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();
        await simulator.ControlAsync("faults/status", new { target = "manipulate", status = 503, times = 2, moment });

        (await simulator.ManipulateStatusAsync(id, """{"sendMessage":{"text":"One"}}""")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await simulator.ManipulateStatusAsync(id, """{"sendMessage":{"text":"Two"}}""")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await simulator.ConversationAsync(id)).GetProperty("messageCount").GetInt32().ShouldBe(messages);

        (await simulator.ManipulateStatusAsync(id, "{}")).ShouldBe(HttpStatusCode.OK);
    }
}
