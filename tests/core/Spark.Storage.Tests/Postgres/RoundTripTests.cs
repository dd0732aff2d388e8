using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;
using Spark.Storage.Tests.Postgres.Support;
using static Spark.Storage.Tests.Conformance.Support.TestTurns;

namespace Spark.Storage.Tests.Postgres;

/// <summary>
/// What a turn costs between a node and the database, counted on the wire. The statements of a kind of turn are prepared when the first of
/// that kind comes, on each connection once.
/// </summary>
public sealed class RoundTripTests(PostgresServer server) : StorageConformance
{
    private FlakyWire? wire;

    public static TheoryData<string> Kinds => [.. Turn.Keys];

    private static readonly Dictionary<string, Func<TestTurns, TurnCommit, TurnCommit>> Turn = new(StringComparer.Ordinal)
    {
        ["silent"] = (turns, last) => turns.After(last),
        ["that says something"] = (turns, last) => turns.After(last, Say("hi")),
        ["that writes to every table"] = WritesEverything,
        ["that was written before"] = (_, last) => last,
        ["that has lost"] = (turns, last) => turns.After(last) with { ExpectedSequence = 7 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_turn_is_loaded_in_one_round_trip_and_written_in_one(string kind)
    {
        await TalkAsync("warm", kind);

        (await TalkAsync("c1", kind)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task The_first_turn_of_a_conversation_costs_no_more()
    {
        await BeginAsync("warm");

        (await BeginAsync("c1")).ShouldBe((1, 1));
    }

    [Fact]
    public async Task The_wire_would_notice_a_second_question()
    {
        await TalkAsync("warm", "silent");
        var first = await WriteAsync(Turns.First("c1"));

        (await CountAsync(async () =>
        {
            await LoadAsync(first);
            await LoadAsync(first);
        })).ShouldBe(2);
    }

    protected override async ValueTask<StoresUnderTest> OpenAsync()
    {
        var direct = await server.CreateDatabaseAsync(Cancelled);
        wire = new(new NpgsqlConnectionStringBuilder(direct).Port);
        return new PostgresStores(direct, server, new NpgsqlConnectionStringBuilder(direct) { Port = wire.Port }.ConnectionString);
    }

    private async Task<(int Load, int Write)> BeginAsync(string conversation)
    {
        var first = Turns.First(conversation, Say("hi"));
        return (await CountAsync(() => LoadAsync(first)), await CountAsync(() => WriteAsync(first)));
    }

    private async Task<(int Load, int Write)> TalkAsync(string conversation, string kind)
    {
        var turn = Turn[kind](Turns, await WriteAsync(Turns.First(conversation, Act(), Say("hi"))));
        return (await CountAsync(() => LoadAsync(turn)), await CountAsync(() => CommitAsync(turn)));
    }

    private async Task<int> CountAsync(Func<Task> ask)
    {
        var before = wire!.RoundTrips;
        await ask();
        return wire.RoundTrips - before;
    }

    // More than fits into one packet, too.
    private static TurnCommit WritesEverything(TestTurns turns, TurnCommit last)
    {
        var next = turns.After(last, Say("hi"), Act(), Open());
        var at = next.Event.At;
        var episode = new Episode { Number = 1, Bot = "helper", Version = "v1", Began = at, Ended = at, Reason = "all is well" };
        return next with
        {
            State = next.State with { ChannelDetails = JsonSerializer.SerializeToElement(Convert.ToBase64String(RandomNumberGenerator.GetBytes(100_000))) },
            Effects = [.. next.Effects.Select(effect => effect with { TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" })],
            Ends = new(last.Effects[0].Address.Effect, OutboxStatus.Delivered, null),
            OwnerChanged = true,
            Episodes = [episode, episode with { Number = 2, Ended = null }],
            Person = new("entra:tenant/jo", "helper", [new("desk", Value.From("D-7"), at)]),
            WakeAt = at.AddHours(1),
        };
    }
}
