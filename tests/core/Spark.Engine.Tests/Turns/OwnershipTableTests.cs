using System.Reflection;
using System.Text.Json.Serialization;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Tests.Support;
using Spark.Messages;
using Spark.Offload;
using static Spark.Engine.Tests.Support.TestBot;
using Timer = Spark.Engine.Conversations.Timer;

namespace Spark.Engine.Tests.Turns;

/// <summary>Every event against every owner, as the page on ownership says.</summary>
public sealed class OwnershipTableTests
{
    private static readonly Bot Bot = Read(
        BotFile("{ note: { type: text } }", "{ started: start, late-result: news, ticket-changed: changed }"),
        Dialog("start", "- { id: m, say: Hi., buttons: { find: { title: Find, goto: find } } }"),
        Dialog("find", "- run: look\n  then:\n    done: { id: d, say: Done. }", "trigger: { intents: [find] }"),
        Dialog("ask", "- { id: q, ask: Which?, into: note, wait: 5m, otherwise: gone }", "trigger: { intents: [ask] }"),
        Dialog("gone", "- { id: g, say: Nobody there. }"),
        Dialog("over", "- { id: o, say: Bye., end: resolved }", "trigger: { intents: [over] }"),
        Dialog("desk", "- run: escalate\n  then:\n    queued: { end: escalated }\n    failed: { id: f, say: Nobody. }", "trigger: { intents: [desk] }"),
        Dialog("news", "- { id: n, say: \"News of {sys.late.action}.\" }"),
        Dialog("changed", "- { id: t, say: \"{sys.ticket.number} has changed.\" }"),
        ("intents.yaml", "find:\n  en: [find]\nask:\n  en: [ask]\nover:\n  en: [over]\ndesk:\n  en: [desk]\n"),
        Action("look", "- look-up: x\n  otherwise: done"),
        Action("escalate", "- offload: desk\n  outcomes: { queued: result = \"accepted\" }\n  otherwise: failed"));

    private static readonly Dictionary<string, Func<Chat, Chat>> Happenings = new(StringComparer.Ordinal)
    {
        ["STARTED"] = chat => chat.Begin(),
        ["STARTED, the episode is over"] = chat => IsBots(chat) ? chat.Say("over").Begin() : chat.Begin(),
        ["DELEGATED"] = chat => chat.Delegate(),
        ["CLOSED"] = chat => chat.Close(),
        ["LEFT"] = chat => chat.Leave(),
        ["a message"] = chat => chat.Say("hello"),
        ["a button"] = chat => chat.Press(new Choice { Label = "Find", Token = "menu/start/m/find" }),
        ["forwarded from elsewhere"] = chat => chat.Forward("hello"),
        ["an event of a page"] = chat => chat.Send(new EventPart("opened", default)),
        ["an action ended"] = chat => IsBots(chat) ? chat.Say("find").End("ok") : chat.Run(Ended(new(1, 7))),
        ["a provider accepted"] = chat => Decided(chat, OffloadResult.Accepted),
        ["a provider refused"] = chat => Decided(chat, OffloadResult.Closed),
        ["the handover left"] = chat => HandedOver(chat, succeeded: true),
        ["the handover failed"] = chat => HandedOver(chat, succeeded: false),
        ["a deadline passed"] = chat => IsBots(chat) ? Fire(chat.Say("find")) : Fire(chat),
        ["a waiting time passed"] = chat => IsBots(chat) ? Fire(chat.Say("ask")) : chat.Fire(new Timer("wait", default, 1)),
        ["a silence passed"] = chat => IsBots(chat) ? Fire(chat) : chat.Fire(new Timer("idle", default, 1)),
        ["a ticket has changed"] = chat => chat.Run(new TicketChanged { At = chat.Last.State.Episode!.Began.AddMinutes(1), Seed = 1, Ticket = new() { Number = "T-1", State = "resolved" } }),
        ["a desk reports that was given nothing"] = chat => chat.Run(new DeskReported
        {
            At = chat.Last.State.Episode!.Began.AddMinutes(1), Seed = 1, Connection = "helpers", Report = new AgentMessage { ExternalId = "d-1", Keys = ["k"], Parts = [new TextPart("Hi")] },
        }),
        ["an operator moves it to another desk"] = chat => chat.Run(new DeskReassigned { At = chat.Last.State.Episode!.Began.AddMinutes(1), Seed = 1, Connection = "helpers" }),
        ["an operator takes it over"] = chat => chat.Run(new OperatorStepped
        {
            At = chat.Last.State.Episode!.Began.AddMinutes(1), Seed = 1, Operator = "jo", Name = "Jo", Step = OperatorStep.Takes,
        }),
        ["a result that was left"] = chat => chat.Run(Ended(chat.State.Late!.Left[0].Effect)),
    };

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var happened in OwnershipTable.Events)
            {
                foreach (var owner in OwnershipTable.Owners)
                {
                    cells.Add(happened, owner);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_is_what_the_engine_does(string happened, string owner)
    {
        Happenings.ShouldContainKey(happened, "The page names an event that no test can make.");
        var chat = HeldBy(owner);
        Happenings[happened](chat);
        Describe(chat.Before, chat.Last).ShouldBe(OwnershipTable.Cell(happened, owner));
        chat.Last.Fault.ShouldBeNull();
    }

    [Fact]
    public void Every_owner_and_every_event_has_its_place()
    {
        OwnershipTable.Owners.ShouldBe(Enum.GetNames<Owner>().Select(name => name.ToLowerInvariant()));
        OwnershipTable.Events.ShouldBe(Happenings.Keys);
        var seen = new HashSet<Type>();
        foreach (var happened in Happenings.Values)
        {
            var chat = HeldBy("bot");
            happened(chat);
            seen.Add(chat.Happened is InboundReceived received ? received.Inbound.GetType() : chat.Happened.GetType());
        }

        var all = Derived(typeof(ConversationEvent)).Where(type => type != typeof(InboundReceived)).Concat(Derived(typeof(InboundEvent)));
        all.Except(seen).ShouldBeEmpty();
    }

    private static IEnumerable<Type> Derived(Type type) => type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(derived => derived.DerivedType);

    // Each has left an action behind whose result is still to come.
    private static Chat HeldBy(string owner)
    {
        var chat = new Chat(Bot).Begin().Say("find");
        Fire(chat);
        return owner switch
        {
            "bot" => chat,
            "queued" => Queue(chat),
            "provider" => Queue(chat).HandOver(succeeded: true),
            "closed" => Queue(chat).HandOver(succeeded: true).Alter(state => state with { Owner = Owner.Closed }),
            _ => throw new ArgumentOutOfRangeException(nameof(owner), owner, "No test knows this owner."),
        };
    }

    private static Chat Queue(Chat chat) => chat.Say("desk").Decide(OffloadDecision.Of(OffloadResult.Accepted));

    private static bool IsBots(Chat chat) => chat.State.Owner == Owner.Bot;

    private static ActionEnded Ended(EffectRef effect) => new() { At = DateTimeOffset.UnixEpoch, Seed = 1, Effect = effect, Result = "ok" };

    private static Chat Decided(Chat chat, OffloadResult result) => IsBots(chat)
        ? chat.Say("desk").Decide(OffloadDecision.Of(result))
        : chat.Run(new OffloadDecided { At = default, Seed = 1, Effect = new(1, 7), Decision = OffloadDecision.Of(result) });

    private static Chat HandedOver(Chat chat, bool succeeded) => chat.State.Owner == Owner.Queued
        ? chat.HandOver(succeeded)
        : chat.Run(new HandoverEnded { At = default, Seed = 1, Effect = new(1, 7), Succeeded = succeeded });

    private static Chat Fire(Chat chat) => chat.State.Timers.IsEmpty ? chat.Fire(new Timer("effect:1.7", default, 1)) : chat.Due(chat.Timer.Name);

    private static string Describe(ConversationState before, TurnResult result)
    {
        var after = result.State;
        var seen = new List<string>();
        if (after.Owner != before.Owner)
        {
            seen.Add($"→ {after.Owner.ToString().ToLowerInvariant()}");
            after.OwnerEpoch.ShouldBe(before.OwnerEpoch + (after.Owner == Owner.Queued ? 0 : 1));
        }

        seen.AddRange(result.ClosedEpisodes.Select(episode => $"closes as {episode.Outcome!.ToString()!.ToLowerInvariant()}"));
        Add(seen, after.Episode!.Number > before.Episode!.Number, "begins an episode");
        Add(seen, after.Deferred.Count > before.Deferred.Count, "waits");
        Add(seen, result.Effects.Any(effect => effect is SendMessage or InvokeAction), "says");
        var isSilent = seen.Count == 0;
        Add(seen, result.IsLate, "late");
        if (isSilent && !Bare(after).AsSpan().SequenceEqual(Bare(before)))
        {
            seen.Add("changes something");
        }

        return seen.Count == 0 ? "nothing" : string.Join(", ", seen);
    }

    private static void Add(List<string> seen, bool isSo, string what)
    {
        if (isSo)
        {
            seen.Add(what);
        }
    }

    // What changes with every turn, and what is only remembered, is left aside.
    private static byte[] Bare(ConversationState state) =>
        ConversationJson.Write(state with { Sequence = 0, Person = null, Late = null, Pace = null });
}
