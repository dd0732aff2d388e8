using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Spark.Simulators.Sparkcentral.Settings;
using Spark.Simulators.Sparkcentral.Tests.Support;

namespace Spark.Simulators.Sparkcentral.Tests.Webhooks;

public sealed class DeliveryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_wait_until_the_start_has_been_delivered()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var letStartBeAnswered = new TaskCompletionSource();
        simulator.Agent.Answer = async (e, cancellationToken) =>
        {
            if (e.Type == "CONVERSATION_STARTED")
            {
                await letStartBeAnswered.Task.WaitAsync(cancellationToken);
            }

            return (StatusCodes.Status200OK, "{}");
        };

        await simulator.ControlAsync("messages", new { text = "Hello" });
        (await simulator.Agent.NextAsync(Token)).Type.ShouldBe("CONVERSATION_STARTED");
        var deliveries = await simulator.InspectAsync("deliveries");
        deliveries.EnumerateArray().Select(d => d.GetProperty("state").GetString()).ShouldBe(["sending", "queued"]);
        letStartBeAnswered.SetResult();

        (await simulator.Agent.NextAsync(Token)).Type.ShouldBe("INBOUND_MESSAGE_RECEIVED");
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(401, "X-Sparkcentral-Signature is invalid")]
    [InlineData(202, "{}")]
    [InlineData(200, "[]")]
    [InlineData(200, "not json")]
    public async Task What_is_not_200_with_a_json_object_is_tried_again_with_the_same_key(int status, string body)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Agent.Answers(status, body);

        await simulator.ControlAsync("messages", new { text = "Hello" });
        var first = await simulator.Agent.NextAsync(Token);
        await WaitForAttemptsAsync(simulator, 1);
        simulator.Agent.Answers(StatusCodes.Status200OK, string.Empty);
        await simulator.AdvanceAsync(0.5);
        var second = await simulator.Agent.NextAsync(Token);

        second.Key.ShouldBe(first.Key);
        second.IsSigned.ShouldBeTrue();
        second.Json.GetProperty("timestamp").GetDateTimeOffset().ShouldBeGreaterThan(first.Json.GetProperty("timestamp").GetDateTimeOffset());
    }

    [Fact]
    public async Task The_same_bytes_are_repeated_when_the_tenant_does_not_stamp_anew()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(retryTimestamp: RetryTimestamp.Same);
        simulator.Agent.Answers(StatusCodes.Status503ServiceUnavailable);

        await simulator.ControlAsync("messages", new { text = "Hello" });
        var first = await simulator.Agent.NextAsync(Token);
        await WaitForAttemptsAsync(simulator, 1);
        await simulator.AdvanceAsync(0.5);

        (await simulator.Agent.NextAsync(Token)).Body.ShouldBe(first.Body);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_ten_seconds_counts_as_a_failure()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Agent.Answer = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return (StatusCodes.Status200OK, "{}");
        };

        await simulator.ControlAsync("messages", new { text = "Hello" });
        var first = await simulator.Agent.NextAsync(Token);
        await simulator.AdvanceAsync(10);
        var attempts = await WaitForAttemptsAsync(simulator, 1);
        simulator.Agent.Answers(StatusCodes.Status200OK);
        await simulator.AdvanceAsync(0.5);

        attempts[0].GetProperty("error").GetString().ShouldBe("no answer within 10 s");
        (await simulator.Agent.NextAsync(Token)).Key.ShouldBe(first.Key);
    }

    [Fact]
    public async Task After_four_failed_attempts_the_conversation_waits_unowned_in_new()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Agent.Answers(StatusCodes.Status500InternalServerError);

        var sent = await simulator.ControlAsync("messages", new { text = "Hello" });
        var id = sent.GetProperty("conversationId").GetString()!;
        foreach (var (attempt, pause) in new[] { (1, 0.5), (2, 1.0), (3, 2.0) })
        {
            await WaitForAttemptsAsync(simulator, attempt);
            await simulator.AdvanceAsync(pause);
        }

        var conversation = await simulator.ConversationAsync(id, "waitForOwner=none");
        conversation.GetProperty("queue").GetString().ShouldBe("NEW");
        var deliveries = await simulator.InspectAsync("deliveries?waitForEnded=2");
        deliveries.EnumerateArray().Select(d => d.GetProperty("state").GetString()).ShouldBe(["exhausted", "dropped"]);
        simulator.Agent.Received.Count.ShouldBe(4);
        simulator.Agent.Received.Select(e => e.Key).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        (await simulator.InspectAsync($"audit?conversationId={id}")).EnumerateArray().Last().GetProperty("text").GetString()!
            .ShouldContain("could not be delivered in 4 attempts");
    }

    [Fact]
    public async Task The_tenants_error_handling_may_resolve_instead()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        using var changed = await simulator.Http.PutAsync(
            new Uri("/__sim/settings", UriKind.Relative),
            System.Net.Http.Json.JsonContent.Create(new { onError = new { queue = "RESOLVED", topic = "Access", message = "We are sorry." } }),
            Token);
        var id = await simulator.StartConversationAsync();

        await simulator.AdvanceAsync(300);

        var conversation = await simulator.ConversationAsync(id);
        conversation.GetProperty("queue").GetString().ShouldBe("RESOLVED");
        conversation.GetProperty("topics")[0].GetString().ShouldBe("Access");
        conversation.GetProperty("lastMessage").GetProperty("text").GetString().ShouldBe("We are sorry.");
    }

    [Fact]
    public async Task An_answer_in_the_response_is_applied_as_if_it_came_over_rest()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Agent.Answer = (e, _) => Task.FromResult((StatusCodes.Status200OK, e.Type == "INBOUND_MESSAGE_RECEIVED"
            ? """{"sendMessage":{"text":"Goodbye"},"complete":"RESOLVED"}"""
            : "{}"));

        var id = await simulator.StartConversationAsync();

        var conversation = await simulator.ConversationAsync(id, "waitForQueue=RESOLVED");
        conversation.GetProperty("lastMessage").GetProperty("text").GetString().ShouldBe("Goodbye");
        conversation.GetProperty("owner").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task An_answer_that_comes_after_a_human_took_over_is_ignored()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var letItBeAnswered = new TaskCompletionSource();
        simulator.Agent.Answer = async (e, cancellationToken) =>
        {
            if (e.Type == "CONVERSATION_STARTED")
            {
                return (StatusCodes.Status200OK, "{}");
            }

            await letItBeAnswered.Task.WaitAsync(cancellationToken);
            return (StatusCodes.Status200OK, """{"sendMessage":{"text":"Too late"}}""");
        };
        var sent = await simulator.ControlAsync("messages", new { text = "Hello" });
        var id = sent.GetProperty("conversationId").GetString()!;
        await simulator.Agent.NextAsync(Token);
        await simulator.Agent.NextAsync(Token);

        await simulator.ControlAsync($"conversations/{id}/human/take");
        letItBeAnswered.SetResult();
        await simulator.InspectAsync($"deliveries?conversationId={id}&waitForEnded=2");

        (await simulator.ConversationAsync(id)).GetProperty("messageCount").GetInt32().ShouldBe(1);
        (await simulator.InspectAsync($"audit?conversationId={id}")).EnumerateArray().Last().GetProperty("text").GetString()!
            .ShouldContain("no longer holds");
    }

    private static async Task<JsonElement[]> WaitForAttemptsAsync(SimulatorUnderTest simulator, int count)
    {
        var deliveries = await simulator.InspectAsync($"deliveries?waitForAttempts={count}");
        return [.. deliveries.EnumerateArray().SelectMany(d => d.GetProperty("attempts").EnumerateArray())];
    }
}
