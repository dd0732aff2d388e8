using System.Text;
using Microsoft.Extensions.Options;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Expressions;
using Spark.Messages;
using Spark.Runtime.Secrets;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Secrets;

/// <summary>What is said in confidence is nowhere in what is stored, and the engine sees it all the same.</summary>
public sealed class ConversationSealsTests
{
    private const string Pin = "83612";
    private static readonly string Key = Convert.ToBase64String(Enumerable.Range(1, 32).Select(number => (byte)number).ToArray());

    private static readonly Bot Bot = BotReader.Read(
        new BotSource("test", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bot.yaml"] = "spark: 1\nbot: test\nlanguages: [en]\nvariables: { pin: { type: text, sensitive: true }, note: { type: text } }\nevents: { started: start }\n",
            ["dialogs/start.yaml"] = "dialog: start\nsteps:\n  - { id: q, ask: Your PIN?, into: pin }\n  - run: unlock\n    with: { code: pin }\n  - when: $length(pin) = 5\n    then: { id: s, say: It has 5 digits. }\n    otherwise: { id: o, say: It is something else. }\n",
            ["actions/unlock.yaml"] = "action: unlock\ninput: { code: text }\nsteps:\n  - look-up: 'door-{code}'\n    discloses: [code]\n",
        }),
        new() { Actions = new HashSet<string>(StringComparer.Ordinal) { "look-up" } }).Bot!;

    [Fact]
    public void Nothing_that_is_stored_holds_the_secret_and_the_action_and_the_dialog_get_it()
    {
        var seal = SealOf(Key);
        var seals = new ConversationSeals(seal);
        var engine = new DialogTurnEngine(seals);
        var asked = engine.Run(Bot, new(), Said(1, "hello"));
        var answered = engine.Run(Bot, asked.State, Said(2, Pin));

        Text(ConversationJson.Write(answered.State)).ShouldNotContain(Pin);
        Text(ConversationJson.Write(answered.Stored!)).ShouldNotContain(Pin);
        answered.Effects.ShouldAllBe(effect => !Text(ConversationJson.Write(effect)).Contains(Pin, StringComparison.Ordinal));
        var invoke = answered.Effects.OfType<InvokeAction>().ShouldHaveSingleItem();
        seals.Open(invoke.Input)["look-up"].ToText().ShouldBe($"door-{Pin}");

        var ended = engine.Run(Bot, answered.State, new ActionEnded
        {
            At = DateTimeOffset.UnixEpoch, Seed = 1, Effect = ((WaitingForEffect)answered.State.Waiting!).Effect, Result = "ok",
        });
        PlainText.Render(ended.Effects.OfType<SendMessage>().Single().Parts).ShouldBe("It has 5 digits.");
    }

    [Fact]
    public void What_was_called_is_kept_without_what_was_said_in_confidence()
    {
        var engine = new DialogTurnEngine(new(SealOf(Key)));
        var asked = engine.Run(Bot, new(), Said(1, "hello"));
        var answered = engine.Run(Bot, asked.State, Said(2, Pin));
        var exchange = new Exchange { At = DateTimeOffset.UnixEpoch, Milliseconds = 1, Method = "POST", Address = $"https://door.example/{Pin}", Request = $$"""{"code":"{{Pin}}"}""", Response = $"opened by {Pin}" };

        var ended = engine.Run(Bot, answered.State, new ActionEnded
        {
            At = DateTimeOffset.UnixEpoch, Seed = 1, Effect = ((WaitingForEffect)answered.State.Waiting!).Effect, Result = "ok", Exchanges = [exchange],
        });

        Text(ConversationJson.Write(ended.Stored!)).ShouldNotContain(Pin);
        ((ActionEnded)ended.Stored!).Exchanges![0].Response.ShouldBe("opened by ***");
    }

    [Fact]
    public void The_stored_event_runs_again_to_the_same_bytes()
    {
        var seal = SealOf(Key);
        var engine = new DialogTurnEngine(new(seal));
        var asked = engine.Run(Bot, new(), Said(1, "hello"));
        var first = engine.Run(Bot, asked.State, Said(2, Pin));
        var again = engine.Run(Bot, asked.State, ConversationJson.ReadEvent(ConversationJson.Write(first.Stored!)));
        Text(ConversationJson.Write(again.State)).ShouldBe(Text(ConversationJson.Write(first.State)));
        Text(ConversationJson.Write(again.Stored!)).ShouldBe(Text(ConversationJson.Write(first.Stored!)));
        PlainText.Render(((MessageReceived)((InboundReceived)first.Stored!).Inbound).Parts).ShouldBe(HiddenPart.Dots);
    }

    [Fact]
    public void What_an_action_returns_into_a_sensitive_variable_is_stored_under_a_seal_and_runs_again_to_the_same_bytes()
    {
        var bot = BotReader.Read(
            new BotSource("test", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["bot.yaml"] = "spark: 1\nbot: test\nlanguages: [en]\nvariables: { token: { type: text, sensitive: true } }\nevents: { started: start }\n",
                ["dialogs/start.yaml"] = "dialog: start\nsteps:\n  - run: sign-in\n  - { id: s, say: You are in. }\n",
                ["actions/sign-in.yaml"] = "action: sign-in\nsteps:\n  - look-up: door\n    save: { token: key }\n",
            }),
            new() { Actions = new HashSet<string>(StringComparer.Ordinal) { "look-up" } }).Bot!;
        var seals = new ConversationSeals(SealOf(Key));
        var engine = new DialogTurnEngine(seals);
        var asked = engine.Run(bot, new(), new InboundReceived
        {
            At = DateTimeOffset.UnixEpoch, Seed = 1, Channel = "web-chat", ChannelInstance = "web",
            Inbound = new ConversationStarted { ConversationId = "c", Keys = ["s"], BotSpeaksFirst = true },
        });
        var happened = new ActionEnded
        {
            At = DateTimeOffset.UnixEpoch, Seed = 1, Effect = ((WaitingForEffect)asked.State.Waiting!).Effect, Result = "ok",
            Output = Value.Object([new("key", Value.From(Pin)), new("door", Value.From("left"))]),
        };
        var ended = engine.Run(bot, asked.State, happened);

        var stored = ConversationJson.Write(ended.Stored.ShouldNotBeNull());
        Text(stored).ShouldNotContain(Pin);
        Text(ConversationJson.Write(ended.State)).ShouldNotContain(Pin);
        seals.Open(bot, ended.State).Variables["token"].ShouldBe(Value.From(Pin));
        var again = engine.Run(bot, asked.State, ConversationJson.ReadEvent(stored));
        Text(ConversationJson.Write(again.State)).ShouldBe(Text(ConversationJson.Write(ended.State)));
        Text(ConversationJson.Write(again.Stored!)).ShouldBe(Text(stored));
    }

    [Fact]
    public void A_version_to_which_it_is_no_secret_does_not_see_what_another_has_sealed()
    {
        const string Files = "spark: 1\nbot: test\nlanguages: [en]\nvariables: { pin: { type: text, scope: person, sensitive: true } }\nevents: { started: start }\n";
        var secret = Read(Files);
        var open = Read(Files.Replace(", sensitive: true", "", StringComparison.Ordinal));
        var seals = new ConversationSeals(SealOf(Key));
        var jo = new Person { Id = "u", Identity = "entra:u", Verified = true };
        var engine = new DialogTurnEngine(seals);
        var asked = engine.Run(secret, new(), Said(1, "hello", jo));
        var told = engine.Run(secret, asked.State, Said(2, Pin, jo)).Person.ShouldNotBeNull();
        Text(ConversationJson.Write(Said(3, "hello", jo) with { Remembered = told.Variables })).ShouldNotContain(Pin);

        var elsewhere = Said(3, "hello", jo) with { Remembered = told.Variables };
        ((InboundReceived)seals.Open(secret, elsewhere)).Remembered!.ShouldHaveSingleItem().Value.ShouldBe(Value.From(Pin));
        ((InboundReceived)seals.Open(open, elsewhere)).Remembered!.ShouldBeEmpty();
    }

    [Fact]
    public void Under_another_key_the_value_is_unknown_and_nothing_fails()
    {
        var seal = SealOf(Key);
        var other = SealOf(null);
        var asked = new DialogTurnEngine(new(seal)).Run(Bot, new(), Said(1, "hello"));
        var answered = new DialogTurnEngine(new(seal)).Run(Bot, asked.State, Said(2, Pin));
        new ConversationSeals(other).Open(Bot, answered.State).Variables.ShouldNotContainKey("pin");
    }

    private static Seal SealOf(string? key) => new(Options.Create(new SealOptions { Key = key }));

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);

    private static Bot Read(string botFile) => BotReader.Read(
        new BotSource("test", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bot.yaml"] = botFile,
            ["dialogs/start.yaml"] = "dialog: start\nsteps:\n  - { id: q, ask: Your PIN?, into: pin }\n  - { id: s, say: Fine. }\n",
        }),
        new()).Bot!;

    private static InboundReceived Said(int number, string text, Person? person = null) => new()
    {
        At = DateTimeOffset.UnixEpoch.AddSeconds(number), Seed = 1, Channel = "web-chat", ChannelInstance = "web",
        Inbound = new MessageReceived { ConversationId = "c", Keys = [$"m{number}"], MessageId = $"m{number}", Parts = [new TextPart(text)], Person = person ?? new() { Id = "u" } },
    };
}
