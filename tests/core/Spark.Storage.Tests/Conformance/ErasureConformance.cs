using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Messages;
using Spark.Offload;
using Spark.Runtime.Access;
using Spark.Runtime.Escalation;
using Spark.Runtime.Feeds;
using Spark.Runtime.Files;
using Spark.Runtime.Offload;
using Spark.Runtime.Operations;
using Spark.Runtime.Outbox;
using Spark.Runtime.People;
using Spark.Runtime.Privacy;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;
using Link = Spark.Runtime.Offload.Link;

namespace Spark.Storage.Tests.Conformance;

/// <summary>A word that nobody else says goes in by every door; after the erasure it is nowhere in the database.</summary>
public abstract class ErasureConformance : StorageConformance
{
    private const string Marker = "Zyxwvut";
    private const string Other = "Qponmlk";

    private static readonly string FileId = new('f', 43);

    private static readonly PersonChoice Jo = new([new("web", $"id-{Marker}")], []);

    private static readonly Person Person = new()
    {
        Id = $"id-{Marker}", Name = $"Jo {Marker}", Email = $"{Marker}@contoso.example", Identity = $"entra:tenant/{Marker}", Verified = true,
    };

    private PersonFinder Finder => new(Stores.Get<IPersonIndex>());

    /// <summary>All that the database holds.</summary>
    protected abstract Task<string> DumpAsync();

    [Fact]
    public async Task What_was_erased_is_nowhere_and_what_is_of_others_is_where_it_was()
    {
        await FillAsync();
        (await DumpAsync()).ShouldContain(Marker);
        var before = await Stores.Get<IConversationIndex>().FindAsync(ConversationKey.Of("web", $"c-{Marker}"), Cancelled);

        var report = await EraseAsync();

        (report.Conversations, report.Turns, report.Files, report.People, report.AuditEntries, report.IsDone).ShouldBe((2, 3, 2, 1, 1, true));
        (await WhereIsAsync(Marker)).ShouldBeEmpty();
        (await DumpAsync()).ShouldContain(Other);
        (await Stores.Get<IConversationLog>().ReadAsync(ConversationKey.Of("web", "other"), 0, 10, Cancelled))!.Turns.Count.ShouldBe(1);
        (await Stores.Get<IDatabaseCare>().CheckAsync(Cancelled)).Problems.ShouldBeEmpty();
        var after = (await Stores.Get<IConversationIndex>().FindAsync(before!.Summary.Key, Cancelled)).ShouldNotBeNull();
        after.State.Sequence.ShouldBe(before.State.Sequence + 1, "numbers never come again: far systems know effects by them");
        (after.State.Person, after.State.IsOpen, after.State.Owner, after.Summary.ExternalId).ShouldBe((null, false, Owner.Bot, ""));
    }

    [Fact]
    public async Task A_message_that_comes_again_is_known_and_a_new_one_begins_anew()
    {
        var last = await FillAsync();
        await EraseAsync();
        var known = await Conversations.LoadAsync(last.Key, [.. last.Keys], Cancelled);
        known.DuplicateOf.ShouldBe(2, "at most once holds");

        var fresh = await Conversations.LoadAsync(last.Key, [new("web", "new")], Cancelled);
        fresh.DuplicateOf.ShouldBeNull();
        await WriteAsync(Turns.After(last with { State = fresh.State! }, TestTurns.Say("hello again")));

        (await Stores.Get<IConversationIndex>().FindAsync(last.Key, Cancelled))!.Summary.ExternalId.ShouldBe(last.ExternalId, "it has come to life again");
        (await Stores.Get<IConversationLog>().ReadAsync(last.Key, 0, 10, Cancelled))!.Turns.ShouldHaveSingleItem().Sequence.ShouldBe(4);
        (await Stores.Get<IDatabaseCare>().CheckAsync(Cancelled)).Problems.ShouldBeEmpty();
    }

    // Two conversations, the audit, what channels remember, the file itself.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task One_that_is_cut_off_anywhere_is_ended_by_asking_again(int step)
    {
        await FillAsync();
        await Should.ThrowAsync<StoreUnavailableException>(() => EraseAsync(new CutOff(Stores.Get<IErasureStore>(), step)));
        if (step < 5)
        {
            (await DumpAsync()).ShouldContain(Marker);
        }

        await Stores.ReopenAsync();

        (await EraseAsync()).IsDone.ShouldBeTrue();

        (await WhereIsAsync(Marker)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_on_its_way_out_is_waited_for_and_what_moves_on_is_read_again()
    {
        var turn = await WriteAsync(Turns.First("c1", TestTurns.Act()) with { State = new() { Sequence = 1, Person = Person } });
        (await Outbox.BeginAttemptAsync(Node, TestTurns.Name(turn), 1, OutboxStatus.Started, Cancelled)).ShouldBeTrue();
        var store = Stores.Get<IErasureStore>();

        (await store.EraseAsync(Of(turn, 1), Cancelled)).ShouldBe(ErasureStep.UnderWay);
        await Outbox.EndAsync(Node, [new(TestTurns.Name(turn), OutboxStatus.Delivered, null)], Cancelled);
        (await store.EraseAsync(Of(turn, 0), Cancelled)).ShouldBe(ErasureStep.Moved);
        (await Stores.Get<IConversationLog>().ReadAsync(turn.Key, 0, 10, Cancelled))!.Turns.Count.ShouldBe(1);

        (await store.EraseAsync(Of(turn, 1), Cancelled)).ShouldBe(ErasureStep.Done);
        (await Stores.Get<IConversationLog>().ReadAsync(turn.Key, 0, 10, Cancelled))!.Turns.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_only_waits_is_withdrawn_when_it_may_be()
    {
        var turn = await WriteAsync(Turns.First("c1", TestTurns.Say("later")));
        var store = Stores.Get<IErasureStore>();

        (await store.EraseAsync(Of(turn, 1) with { WithdrawsOpen = false }, Cancelled)).ShouldBe(ErasureStep.UnderWay);
        (await store.EraseAsync(Of(turn, 1), Cancelled)).ShouldBe(ErasureStep.Done);

        (await Outbox.BeginAttemptAsync(Node, TestTurns.Name(turn), 1, OutboxStatus.Claimed, Cancelled)).ShouldBeFalse("whoever has it in hand does not begin it");
    }

    [Fact]
    public async Task Somebody_is_found_by_a_part_of_what_they_are_known_by()
    {
        await FillAsync();

        foreach (var text in new[] { "ZYXW", $"{Marker}@CONTOSO", $"upn-{Marker}", "entra:tenant/zyx" })
        {
            var face = (await Finder.FindAsync(text, 10, Cancelled)).ShouldHaveSingleItem(text);
            (face.Who.Id, face.Name, face.PrincipalName, face.Conversations).ShouldBe((Person.Id, Person.Name, $"upn-{Marker}@contoso.example", 2));
        }

        (await Finder.FindAsync("nobody at all", 10, Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_export_holds_what_went_in_by_every_door_and_nothing_of_others()
    {
        await FillAsync();
        var export = new PersonExport(
            Finder, Stores.Get<IPersonIndex>(), Stores.Get<IConversationIndex>(), Stores.Get<IConversationLog>(), Stores.Get<IEscalationStore>(),
            Stores.Get<IFileStore>(), Stores.Get<IAuditStore>(), Stores.Clock);
        using var target = new MemoryStream();
        await export.WriteAsync(Jo, "case-1", target, Cancelled);

        await using var zip = new ZipArchive(target, ZipArchiveMode.Read);
        var parts = zip.Entries.ToDictionary(entry => entry.FullName, Read);
        foreach (var word in new[] { "name", "said", "value", "file", "stray", "ticket", "reason", "answer", "upn" })
        {
            parts.Values.ShouldContain(text => text.Contains($"{word}-{Marker}", StringComparison.Ordinal), word);
        }

        parts.Values.ShouldAllBe(text => !text.Contains(Other, StringComparison.Ordinal));
        using var manifest = JsonDocument.Parse(parts["manifest.json"]);
        manifest.RootElement.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("name").GetString()).Order()
            .ShouldBe(parts.Keys.Where(name => name != "manifest.json").Order());
        (await export.CountAsync(Jo, Cancelled)).ShouldSatisfyAllConditions(
            preview => (preview.Conversations, preview.Turns, preview.Tickets, preview.Files, preview.Remembered, preview.AuditEntries).ShouldBe((2, 3, 1, 2, 1, 1)));
    }

    private async Task<IReadOnlyList<string>> WhereIsAsync(string word) =>
        [.. (await DumpAsync()).Split('\n').Where(line => line.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(line => line[..Math.Min(line.Length, 200)])];

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private ErasedConversation Of(TurnCommit turn, long sequence) => new()
    {
        Key = turn.Key,
        Instance = turn.Instance,
        ExternalId = turn.ExternalId,
        ExpectedSequence = sequence,
        State = ErasedConversation.Empty(turn.State, sequence, Stores.Clock.GetUtcNow()),
        Remembered = null,
        Files = [],
        WithdrawsOpen = true,
        At = Stores.Clock.GetUtcNow(),
    };

    private Task<ErasureReport> EraseAsync(IErasureStore? store = null) => new PersonErasure(
        store ?? Stores.Get<IErasureStore>(), Stores.Get<IConversationIndex>(), Stores.Get<IConversationLog>(), Stores.Get<IFileStore>(), Stores.Get<IAuditStore>(), Finder, Stores.Clock)
        .EraseAsync(Jo, ending: null, Cancelled);

    // By every door: what the person is, says and has, what bots keep, what was wanted and failed, what a desk and an ITSM were told.
    private async Task<TurnCommit> FillAsync()
    {
        var now = Stores.Clock.GetUtcNow();
        var file = new FilePart($"file-{Marker}.txt", "text/plain", new($"https://spark.example/files/{FileId}"));
        await KeepAsync(FileId, conversation: null, file.Name, $"file-{Marker}");
        await KeepAsync("not-said", ConversationKey.Of("web", $"c-{Marker}"), "stray.txt", $"stray-{Marker}");
        await Stores.Get<IPeopleStore>().PutAsync(
            "web",
            [new() { Id = Person.Id, PrincipalName = $"upn-{Marker}@contoso.example", Email = Person.Email, Name = Person.Name, ConversationId = $"c-{Marker}", ChannelDetails = JsonSerializer.SerializeToElement($"details-{Marker}") }],
            now,
            Cancelled);
        var episode = new Episode { Number = 1, Bot = "b", Version = "1", Began = now, Reason = $"reason-{Marker}", Category = $"category-{Marker}", Ticket = $"ticket-{Marker}", TicketUrl = new($"https://desk.example/{Marker}") };
        var state = new ConversationState
        {
            Person = Person,
            Episode = episode,
            Variables = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal).Add("secret", Value.From($"value-{Marker}")),
            ChannelDetails = JsonSerializer.SerializeToElement(Marker),
        };
        var first = await WriteAsync(Turns.First($"c-{Marker}", TestTurns.Say($"answer-{Marker}"), TestTurns.Open(), TestTurns.Say("waits")) with
        {
            State = state with { Sequence = 1 },
            Event = Said(now, $"said-{Marker}", file),
            Episodes = [episode],
            Person = new(Person.Identity!, "b", [new PersonVariable("desk", Value.From($"value-{Marker}"), now)]),
            WakeAt = now.AddDays(1),
            Fault = new() { Code = "SPK0001", Message = $"fault-{Marker}" },
        });
        await Outbox.EndAsync(Node, [new(TestTurns.Name(first), OutboxStatus.Failed, $"reason-{Marker}"), new(TestTurns.Name(first, 1), OutboxStatus.Delivered, null)], Cancelled);
        var attempt = new EscalationRecord(TestTurns.Name(first, 1), 1, $"correlation-{Marker}", now);
        await Stores.Get<IEscalationStore>().BeginAsync(attempt, Cancelled);
        await Stores.Get<IEscalationStore>().EndAsync(
            attempt with { EndedAt = now, Result = OffloadResult.Created, Reason = $"reason-{Marker}", Ticket = new() { Number = $"ticket-{Marker}", Id = Marker, Url = new($"https://desk.example/{Marker}") } }, Cancelled);
        await Stores.Get<ILinkStore>().PutAsync(new Link("desk", $"far-{Marker}", "web", first.ExternalId), now, Cancelled);
        await Stores.Get<IAuditStore>().AddAsync(new(0, now, "api-client:ask", "handoff", $"upn-{Marker}@contoso.example", $$"""{"who":"{{Marker}}@contoso.example"}"""), Cancelled);
        await Stores.Get<IAuditStore>().AddAsync(new(0, now, "account:ada", "bot.published", Other, null), Cancelled);
        var last = await WriteAsync(Turns.After(first) with { State = state with { Sequence = 2 }, Event = Said(now, $"again-{Marker}") });
        await WriteAsync(Turns.First($"second-{Marker}") with { State = state with { Sequence = 1 } });
        await WriteAsync(Turns.First("other") with { State = new() { Sequence = 1, Person = new() { Id = Other, Name = Other } }, Event = Said(now, Other) with { Inbound = new ConversationStarted { ConversationId = "other", Keys = ["o"], Person = new() { Id = Other } } } });

        return last;
    }

    // One is named by a message, the other was taken in and never said.
    private async Task KeepAsync(string id, ConversationKey? conversation, string name, string content) => await Stores.Get<IFileStore>().PutAsync(
        new(id, conversation, name, "text/plain", content.Length, Stores.Clock.GetUtcNow()), Encoding.UTF8.GetBytes(content), Cancelled);

    private static InboundReceived Said(DateTimeOffset at, string text, params MessagePart[] parts) => new()
    {
        At = at, Seed = 1, Channel = "test", ChannelInstance = "web",
        Inbound = new MessageReceived { ConversationId = "c", MessageId = "m", Keys = ["m"], Parts = [new TextPart(text), .. parts], Person = Person with { Name = $"name-{Marker}" } },
    };

    /// <summary>A database that goes away after some steps.</summary>
    private sealed class CutOff(IErasureStore store, int after) : IErasureStore
    {
        private int steps;

        public ValueTask<ErasureStep> EraseAsync(ErasedConversation conversation, CancellationToken cancellationToken) => Step(() => store.EraseAsync(conversation, cancellationToken));

        public ValueTask ForgetAsync(PersonAddressed who, CancellationToken cancellationToken) => Step(() => store.ForgetAsync(who, cancellationToken));

        public ValueTask RewriteAsync(IReadOnlyList<AuditRecord> entries, CancellationToken cancellationToken) => Step(() => store.RewriteAsync(entries, cancellationToken));

        public ValueTask ScrubAsync(CancellationToken cancellationToken) => Step(() => store.ScrubAsync(cancellationToken));

        private T Step<T>(Func<T> step) => ++steps < after ? step() : throw new StoreUnavailableException("cut off");
    }
}
