using Spark.Channels.Sparkcentral.Tests.Support;
using Spark.Testing;

namespace Spark.Channels.Sparkcentral.Tests.Inbound;

public sealed class ReplayWindowTests
{
    private const string Timestamp = "2024-05-06T07:08:09.123456Z";

    [Theory]
    [InlineData(300)]
    [InlineData(-299)]
    public async Task A_timestamp_at_the_edge_of_the_window_is_accepted(int age)
    {
        using var channel = new TestChannel(TestChannel.Answering, new ManualClock(Vectors.SentAt.AddSeconds(age)));

        (await channel.ReceiveAsync(Vectors.Request(Vectors.V1, Vectors.V1Signature))).ShouldAccept<MessageReceived>();
    }

    [Theory]
    [InlineData(301, "timestamp is too old")]
    [InlineData(-300, "timestamp lies in the future")]
    public async Task A_timestamp_just_outside_the_window_is_refused(int age, string text)
    {
        using var channel = new TestChannel(TestChannel.Answering, new ManualClock(Vectors.SentAt.AddSeconds(age)));

        (await channel.ReceiveAsync(Vectors.Request(Vectors.V1, Vectors.V1Signature))).ShouldRefuse(401, text);
        channel.Logs.Warnings.ShouldHaveSingleItem().ShouldContain("timestamp");
    }

    [Fact]
    public async Task The_window_is_a_setting()
    {
        var clock = new ManualClock(Vectors.SentAt.AddSeconds(301));
        using var channel = new TestChannel(TestChannel.Answering with { MaxSkewSeconds = 301 }, clock);

        (await channel.ReceiveAsync(Vectors.Request(Vectors.V1, Vectors.V1Signature))).ShouldAccept<MessageReceived>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"timestamp\":null,")]
    [InlineData("\"timestamp\":1714979289,")]
    [InlineData("\"timestamp\":\"yesterday\",")]
    [InlineData("\"timestamp\":\"2024-05-06\",")]
    [InlineData("\"timestamp\":\"2024-13-06T07:08:09Z\",")]
    [InlineData("\"timestamp\":\"2024-05-06T07:08:09.12x4Z\",")]
    public async Task A_missing_or_unreadable_timestamp_is_refused_while_the_check_is_on(string timestamp)
    {
        var request = Vectors.Signed(Vectors.V1.Replace($"\"timestamp\":\"{Timestamp}\",", timestamp, StringComparison.Ordinal));
        using var checking = new TestChannel(TestChannel.Answering);
        using var trusting = new TestChannel(TestChannel.Answering with { MaxSkewSeconds = 0 });

        (await checking.ReceiveAsync(request)).ShouldRefuse(400, "timestamp is missing or is not an ISO 8601 time.");
        (await trusting.ReceiveAsync(request)).ShouldAccept<MessageReceived>();
    }

    [Theory]
    [InlineData("2024-05-06T07:08:09Z")]
    [InlineData("2024-05-06T07:08:09.Z")]
    [InlineData("2024-05-06T07:08:09.1Z")]
    [InlineData("2024-05-06T07:08:09.12Z")]
    [InlineData("2024-05-06T07:08:09.123Z")]
    [InlineData("2024-05-06T07:08:09.1234Z")]
    [InlineData("2024-05-06T07:08:09.12345Z")]
    [InlineData("2024-05-06T07:08:09.123456Z")]
    [InlineData("2024-05-06T07:08:09.1234567Z")]
    [InlineData("2024-05-06T07:08:09.12345678Z")]
    [InlineData("2024-05-06T07:08:09.123456789Z")]
    [InlineData("2024-05-06T09:08:09.123456789+02:00")]
    public async Task The_fraction_may_have_any_length(string timestamp)
    {
        using var channel = new TestChannel(TestChannel.Answering with { MaxSkewSeconds = 1 });

        (await channel.ReceiveAsync(Vectors.Signed(Vectors.V1.Replace(Timestamp, timestamp, StringComparison.Ordinal)))).ShouldAccept<MessageReceived>();
    }

    [Fact]
    public async Task The_window_holds_for_events_of_unknown_type_too()
    {
        var request = Vectors.Event("CONVERSATION_PAINTED", "{}");
        using var late = new TestChannel(TestChannel.Answering, new ManualClock(Vectors.SentAt.AddHours(1)));
        using var inTime = new TestChannel(TestChannel.Answering);

        (await late.ReceiveAsync(request)).ShouldRefuse(401);
        (await inTime.ReceiveAsync(request)).ShouldIgnore();
    }
}
