using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Messages;

namespace Spark.Engine.Tests.Conversations;

/// <summary>What is written by hand equals what the descriptions of the types would write, to the byte; and nothing of these types is forgotten.</summary>
public sealed class WrittenJsonTests
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1)).AddTicks(1234567);

    private static readonly ImmutableSortedDictionary<string, Value> Values = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal)
        .Add("name", Value.From("Zoë \"👋\" </script>\u2028\u0001")).Add("no", Value.Null).Add("list", Value.Parse("[1,2.5,true,{\"a\":null}]"));

    private static readonly Person Person = new()
    {
        Id = "29:1", Name = "Zoë", Email = "z@spark.example", Language = "nl-BE", TimeZone = "Europe/Brussels", Identity = "entra:t/o", Verified = true,
    };

    private static readonly ConversationState Full = new()
    {
        Format = 7,
        Sequence = long.MaxValue,
        Owner = Owner.Provider,
        OwnerEpoch = 3,
        Channel = "teams",
        ChannelInstance = "desk",
        Person = Person,
        ChannelDetails = Parse("""{"a": [1, "é"]}"""),
        Episode = new()
        {
            Number = 2,
            Bot = "it",
            Version = "v",
            Began = At,
            IsNew = false,
            Ended = At.AddHours(1),
            Outcome = EpisodeOutcome.Escalated,
            Reason = "because",
            Type = EpisodeType.SecurityConcern,
            Category = "VPN",
            Ticket = "INC1",
            TicketUrl = new("https://spark.example/a?b=ü&c=d"),
        },
        Language = "en",
        KnowsLanguage = true,
        Variables = Values,
        Stack = [new() { Id = "main", IsAction = true, Step = 1, From = 4, Misses = 2, Locals = Values }, new() { Id = "b", Step = 0 }],
        Waiting = new WaitingForAnswer { Question = 5, Asked = 6, Misses = 7 },
        Deferred = [new(3, Message) { Understood = new() { Connection = "c" } }],
        Menu = new("main", 3),
        Handoff = new() { From = "partner", Text = "hello" },
        Intent = "reset",
        Score = 0.1 + 0.2,
        Dialog = "main",
        PreviousDialog = "start",
        Heard = 8,
        Contexts = [new("vpn", 9)],
        Changed = ["name"],
        ChangedVariable = "name",
        Ticket = new() { Number = "INC1" },
        HasTicketNews = true,
        Kept = [new("name", At)],
        Shared = [new("name", At)],
        Clarifying = ["a", "b"],
        IsWelcomed = true,
        Misses = 1,
        Questions = 5,
        IsRecovering = true,
        Timers = [new("idle", At, 4), new("desk", At, 5)],
        Silence = new(1, true),
        Desk = new() { Connection = "sc", ExternalId = "1", Lease = TimeSpan.FromMinutes(1), DueAt = At },
        Returned = new("sc", DeskReturn.Closed, "Ann"),
        Pace = new() { At = At, Heard = uint.MaxValue, Automatic = 2, Said = [1, uint.MaxValue] },
        Late = new() { Told = new() { Action = "call", Result = "ok" } },
        Further = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["mood"] = Parse("""{"is": "gläd"}"""), ["weight"] = Parse("1.50") },
    };

    private static MessageReceived Message => new()
    {
        ConversationId = "c1",
        Keys = ["k", "k2"],
        MessageId = "m1",
        Person = Person,
        ChannelDetails = Parse("""{"topic":"vpn"}"""),
        Echo = Parse("[1]"),
        ChoiceToken = "t",
        Parts =
        [
            new TextPart("Grüezi 👋 \ud800 <b>"),
            new ChoicesPart([new() { Label = "Yes", Token = "y" }, new() { Label = "Site", Link = new("https://spark.example/ü") }]) { AreReplies = true, AnswerOnce = true },
            new ChoicesPart([]),
            new CardPart(Parse("""{"type":"AdaptiveCard"}"""), "a card"),
            new FilePart("a.png", "image/png", new("https://spark.example/a.png")),
        ],
    };

    private static InboundReceived Heard => new()
    {
        At = At,
        Seed = ulong.MaxValue,
        MovedTo = "v2",
        Channel = "teams",
        ChannelInstance = "desk",
        BotIsOff = true,
        Remembered = [new("name", Value.From("x"), At)],
        Understood = new() { Connection = "c", Intent = "i" },
        Inbound = Message,
    };

    public static TheoryData<ConversationState> States =>
    [
        new ConversationState(),
        Full,
        Full with { Owner = Owner.Bot, Waiting = new WaitingForEffect { Effect = new(1, 2) } },
        Full with { Owner = Owner.Queued, Waiting = new WaitingForApproval { Question = 1 } },
        Full with { Owner = Owner.Closed, Person = new() { Id = "p" }, Episode = new() { Number = 1, Bot = "b", Version = "v", Began = At } },
    ];

    [Theory]
    [MemberData(nameof(States), DisableDiscoveryEnumeration = true)]
    public void A_state_is_written_as_its_type_describes(ConversationState state) =>
        Same(ConversationJson.WriteDescribed(state), ConversationJson.Write(state));

    [Fact]
    public void An_event_is_written_as_its_type_describes()
    {
        ConversationEvent[] events =
        [
            Heard,
            Heard with { BotIsOff = false, MovedTo = null, Remembered = null, Understood = null, Inbound = new MessageReceived { ConversationId = "c", Keys = [], MessageId = "m", Parts = [] } },
            Heard with { Inbound = new ConversationStarted { ConversationId = "c", Keys = ["k"] } },
            new ActionEnded { At = At, Seed = 1, Effect = new(3, 0), Result = "ok", Output = Value.Parse("""{"ticket":"T1"}""") },
            new OffloadDecided
            {
                At = At, Seed = 1, Effect = new(3, 0), Decision = new() { Result = Spark.Offload.OffloadResult.Created },
                Exchanges = [new() { At = At, Milliseconds = 12, Method = "POST", Address = "https://desk.example/", Status = 201, ApiCall = "create", Request = "{}", Response = "{}" }],
            },
            new OperatorStepped { At = At, Seed = 1, Operator = "jo", Name = "Jo", Step = OperatorStep.Takes },
        ];
        Assert.All(events, happened => Same(ConversationJson.WriteDescribed(happened), ConversationJson.Write(happened)));
    }

    [Fact]
    public void An_effect_is_written_as_its_type_describes_and_many_are_one_array()
    {
        Effect[] effects =
        [
            new SendMessage { Parts = Message.Parts, Language = "en", Agent = "Ann", Completion = new() { Kind = CompletionKind.Resolved } },
            new SendMessage { Parts = [], Language = "nl" },
            new InvokeAction { Action = "pause", Input = Value.Parse("""{"a":null}"""), Timeout = TimeSpan.FromSeconds(3), Language = "nl" },
        ];
        Assert.All(effects, effect => Same(ConversationJson.WriteDescribed(effect), ConversationJson.Write(effect)));
        var one = $"[{string.Join(',', effects.Select(effect => Text(ConversationJson.Write(effect))))}]";
        Assert.Equal(one, Text(ConversationJson.Write(effects)));
    }

    [Fact]
    public void The_samples_leave_nothing_of_their_types_out()
    {
        var state = Parse(Text(ConversationJson.WriteDescribed(Full)));
        Complete(state, typeof(ConversationState));
        Complete(state.GetProperty("person"), typeof(Person));
        Complete(state.GetProperty("episode"), typeof(Episode));
        Complete(state.GetProperty("stack")[0], typeof(Frame));
        Complete(state.GetProperty("waiting"), typeof(WaitingForAnswer));
        Complete(state.GetProperty("menu"), typeof(Menu));
        Complete(state.GetProperty("timers")[0], typeof(Engine.Conversations.Timer));
        Complete(state.GetProperty("pace"), typeof(Pace));
        var happened = Parse(Text(ConversationJson.WriteDescribed<ConversationEvent>(Heard)));
        Complete(happened, typeof(InboundReceived));
        Complete(happened.GetProperty("inbound"), typeof(MessageReceived));
        var parts = happened.GetProperty("inbound").GetProperty("parts");
        Complete(parts[0], typeof(TextPart));
        Complete(parts[1], typeof(ChoicesPart));
        Complete(Parse("""{"label":1,"token":1,"link":1}"""), typeof(Choice));
        Complete(Parse("""{"parts":1,"language":1,"agent":1,"completion":1}"""), typeof(SendMessage));
    }

    [Fact]
    public void What_a_newer_program_has_added_is_kept()
    {
        var newer = $$"""{{Text(ConversationJson.Write(new ConversationState { Language = "nl" }))[..^1]}},"mood":{"is":"glad"},"weight":1.50}""";

        var state = ConversationJson.ReadState(Encoding.UTF8.GetBytes(newer));
        var written = Parse(Text(ConversationJson.Write(state with { Sequence = 4 })));

        Assert.Equal("nl", state.Language);
        Assert.Equal(4, written.GetProperty("sequence").GetInt64());
        Assert.Equal("""{"is":"glad"}""", written.GetProperty("mood").GetRawText());
        Assert.Equal("1.50", written.GetProperty("weight").GetRawText());
    }

    [Fact]
    public void A_newer_format_is_not_read_whatever_it_holds()
    {
        var refused = Assert.Throws<NewerFormatException>(() => ConversationJson.ReadState("""{"format":2,"owner":"committee"}"""u8));

        Assert.Contains("format 2", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Replace this node", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_writer_that_failed_leaves_nothing_to_the_next_one()
    {
        var broken = Full with { Stack = [null!] };
        Assert.Throws<NullReferenceException>(() => ConversationJson.Write(broken));
        Same(ConversationJson.WriteDescribed(Full), ConversationJson.Write(Full));
    }

    private static void Complete(JsonElement written, Type type)
    {
        var names = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null && property.GetCustomAttribute<JsonExtensionDataAttribute>() is null && property.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always })
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        Assert.All(names, name => Assert.True(written.TryGetProperty(name, out _), $"{type.Name}: '{name}' is in no sample, so nobody knows whether it is written."));
    }

    private static void Same(byte[] described, byte[] written) => Assert.Equal(Text(described), Text(written));

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
