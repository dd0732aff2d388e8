using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Reading;
using Spark.Expressions;
using Spark.Messages;
using Spark.Offload;

namespace Spark.Storage.Tests.Json;

/// <summary>What is written is read back the same: the second writing gives the bytes of the first, and names what it should.</summary>
public sealed class ConversationJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<ConversationEvent> Events =>
    [
        new InboundReceived
        {
            At = At,
            Seed = ulong.MaxValue,
            Channel = "sparkcentral",
            ChannelInstance = "desk",
            Inbound = new MessageReceived
            {
                ConversationId = "c1",
                Keys = ["k"],
                MessageId = "m1",
                Person = new() { Id = "p", Name = "Zoë", Verified = true },
                ChannelDetails = Parse("""{"topic":"vpn"}"""),
                Echo = Parse("[1]"),
                ChoiceToken = "t",
                Parts =
                [
                    new TextPart("Grüezi 👋"),
                    new ChoicesPart([new() { Label = "Yes", Token = "y" }, new() { Label = "Site", Link = new("https://spark.example/") }]),
                    new CardPart(Parse("""{"type":"AdaptiveCard"}"""), "a card"),
                    new FilePart("a.png", "image/png", new("https://spark.example/a.png")),
                    new EventPart("typing", default),
                ],
            },
        },
        new InboundReceived
        {
            At = At, Seed = 0, Channel = "x", ChannelInstance = "y", Inbound = new ConversationStarted { ConversationId = "c", Keys = ["k"], BotSpeaksFirst = true },
        },
        new InboundReceived
        {
            At = At, Seed = 0, Channel = "x", ChannelInstance = "y", Inbound = new ConversationDelegated { ConversationId = "c", Keys = ["k"] },
        },
        new ActionEnded { At = At, Seed = 1, Effect = new(3, 0), Result = "ok", Output = Value.Parse("""{"ticket":"T1"}""") },
        new ActionEnded { At = At, Seed = 1, Effect = new(3, 0), Result = "failed", Reason = "because" },
        new OffloadDecided
        {
            At = At,
            Seed = 1,
            Effect = new(3, 1),
            Decision = new()
            {
                Result = OffloadResult.Accepted,
                Completion = new() { Kind = CompletionKind.Handover, Topics = ["vpn"], Notes = ["note"], Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "b" } },
                Ticket = new() { Number = "42" },
            },
        },
        new HandoverEnded { At = At, Seed = 1, Effect = new(3, 1), Succeeded = false },
    ];

    public static TheoryData<Effect> Effects =>
    [
        new SendMessage { Parts = [new TextPart("hi")], Language = "en", Completion = new() { Kind = CompletionKind.Resolved } },
        new InvokeAction { Action = "pause", Input = Value.Parse("""{"a":null}"""), Timeout = TimeSpan.FromSeconds(3), Language = "nl" },
        new OpenOffload { Connection = "desk", Fields = Value.Object([]), Variables = Value.Undefined, TranscriptLines = int.MaxValue, Language = "en" },
    ];

    [Theory]
    [MemberData(nameof(Events), DisableDiscoveryEnumeration = true)]
    public void Events_come_back_as_they_were(ConversationEvent happened)
    {
        var bytes = ConversationJson.Write(happened);
        var back = ConversationJson.ReadEvent(bytes);

        back.ShouldBeOfType(happened.GetType());
        back.Seed.ShouldBe(happened.Seed);
        Encoding.UTF8.GetString(ConversationJson.Write(back)).ShouldBe(Encoding.UTF8.GetString(bytes));
    }

    [Theory]
    [MemberData(nameof(Effects), DisableDiscoveryEnumeration = true)]
    public void Effects_come_back_as_they_were(Effect effect)
    {
        var bytes = ConversationJson.Write(effect);
        var back = ConversationJson.ReadEffect(bytes);

        back.ShouldBeOfType(effect.GetType());
        Encoding.UTF8.GetString(ConversationJson.Write(back)).ShouldBe(Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public void A_state_comes_back_as_it_was()
    {
        var state = FullState();

        var bytes = ConversationJson.Write(state);
        var back = ConversationJson.ReadState(bytes);

        Encoding.UTF8.GetString(ConversationJson.Write(back)).ShouldBe(Encoding.UTF8.GetString(bytes));
        back.Owner.ShouldBe(Owner.Provider);
        back.Variables["account"].AsString().ShouldBe("zoë@spark.example");
        back.Variables.KeyComparer.ShouldBe(StringComparer.Ordinal);
        back.Stack[0].Step.ShouldBe(0);
        back.Stack[0].Locals.KeyComparer.ShouldBe(StringComparer.Ordinal);
        ((WaitingForEffect)back.Waiting!).Effect.ShouldBe(new EffectRef(7, 0));
        back.Deferred.ShouldHaveSingleItem().Message.MessageId.ShouldBe("m2");
        back.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void A_new_state_comes_back_as_it_was()
    {
        var back = ConversationJson.ReadState(ConversationJson.Write(new ConversationState()));

        back.Variables.ShouldBeEmpty();
        back.Stack.ShouldBeEmpty();
        back.Deferred.ShouldBeEmpty();
        back.Format.ShouldBe(ConversationState.CurrentFormat);
    }

    [Fact]
    public void Names_are_words_and_what_is_not_set_is_left_out()
    {
        var json = Encoding.UTF8.GetString(ConversationJson.Write(FullState()));

        json.ShouldContain("\"owner\":\"provider\"");
        json.ShouldContain("zoë@spark.example");
        json.ShouldNotContain("isOpen");
        json.ShouldNotContain("isAtRest");
        json.ShouldNotContain("null");
        Encoding.UTF8.GetString(ConversationJson.Write(new ActionEnded { At = At, Seed = 1, Effect = new(1, 0), Result = "ok" })).ShouldNotContain("output");
    }

    [Fact]
    public void A_state_gives_the_same_bytes_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("da-DK");
            var variables = ConversationJson.ReadState(ConversationJson.Write(FullState())).Variables.SetItem("aa", Value.Null);
            variables.Keys.ShouldBe(variables.Keys.Order(StringComparer.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_bots_files_come_back_as_they_were()
    {
        var source = new BotSource("helper", new Dictionary<string, string>(StringComparer.Ordinal) { ["bot.yaml"] = "bot: helper\n" });

        var back = ConversationJson.ReadSource(ConversationJson.Write(source));

        back.Name.ShouldBe("helper");
        back.Files.ShouldBe(source.Files);
    }

    private static ConversationState FullState() => new()
    {
        Sequence = 7,
        Owner = Owner.Provider,
        OwnerEpoch = 2,
        Channel = "sparkcentral",
        ChannelInstance = "desk",
        Person = new() { Id = "p" },
        ChannelDetails = Parse("""{"a":1}"""),
        Episode = new() { Number = 1, Bot = "helper", Version = "v1", Began = At },
        Language = "nl",
        Variables = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal)
            .Add("account", Value.From("zoë@spark.example")).Add("B", Value.From(1.5)).Add("a", Value.From(true)),
        Stack = [new Frame { Id = "hand-over", Step = 0 }, new Frame { Id = "open", IsAction = true, Step = 2 }],
        Waiting = new WaitingForEffect { Effect = new(7, 0), Farewell = new SendMessage { Parts = [new TextPart("bye")], Language = "en" }, IsHandover = true },
        Deferred = [new(8, new MessageReceived { ConversationId = "c", Keys = ["k"], MessageId = "m2", Parts = [] })],
        Menu = new("welcome", 0),
        Intent = "human",
        Misses = 1,
    };

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
