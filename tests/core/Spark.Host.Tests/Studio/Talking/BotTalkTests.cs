using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Spark.Cockpit.Studio.Talking;
using Spark.Engine.Reading;
using Spark.Host.Studio.Talking;
using Spark.Plugins;
using Spark.Runtime;

namespace Spark.Host.Tests.Studio.Talking;

public sealed class BotTalkTests
{
    private static readonly BotSource Bot = new("rooms", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bot.yaml"] =
            """
            spark: 1
            bot: rooms
            languages: [en]
            variables:
              name: { type: choice, values: [ada, bob] }
              pin: { type: text, sensitive: true }
              copy: { type: text }
              seats: { type: integer }
            connections:
              desk: { plugin: itsm }
            events: { started: main }
            """,
        ["dialogs/main.yaml"] =
            """
            dialog: main
            steps:
              - id: name
                ask: What is your name?
                into: name
                choices: { ada: Ada, bob: Bob }
              - id: pin
                ask: And your PIN?
                into: pin
              - set: { copy: pin }
              - id: sent
                say: Thank you, {name}.
              - run: hand
                then: { taken: taken, lost: lost }
            """,
        ["dialogs/taken.yaml"] = "dialog: taken\nsteps:\n  - id: ok\n    say: Somebody comes.\n    end: resolved\n",
        ["dialogs/lost.yaml"] = "dialog: lost\nsteps:\n  - id: no\n    say: Nobody comes.\n    end: failed\n",
        ["actions/hand.yaml"] = "action: hand\nsteps:\n  - offload: desk\n    outcomes:\n      taken: result = \"created\"\n    otherwise: lost\n",
    });

    private readonly BotTalk talk = new(new PluginHost(Options.Create(new PluginOptions()), TimeProvider.System, NullLoggerFactory.Instance, _ => throw new NotSupportedException()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_shows_what_was_before_and_after_it_and_hides_what_is_sensitive_wherever_it_went()
    {
        var played = await PlayAsync(Says("Ada"), Says("8421"));

        var turn = played.Turns[^1];
        turn.Kind.ShouldBe("message");
        turn.Steps.Select(step => step.Step).ShouldContain("sent");
        turn.Steps.First(step => step.Step == "sent").ShouldSatisfyAllConditions(
            step => step.File.ShouldBe("dialogs/main.yaml"), step => step.Line.ShouldBe(11));
        var pin = turn.Variables.Single(value => value.Name == "pin");
        (pin.Before, pin.After, pin.HasChanged).ShouldBe((null, "•••", true));
        turn.Variables.Single(value => value.Name == "copy").After.ShouldBe("\"•••\"");
        turn.Variables.Single(value => value.Name == "name").HasChanged.ShouldBeFalse();
        turn.Before.Select(place => place.Dialog).ShouldBe(["main"]);
        JsonSerializer.Serialize(played.Turns.Select(one => (one.Variables, one.Effects))).ShouldNotContain("8421");
        played.WaitsFor.ShouldNotBeNull().Name.ShouldBe("desk");
    }

    [Fact]
    public async Task A_desk_answers_as_the_designer_says()
    {
        var played = await PlayAsync(Says("Ada"), Says("8421"), new() { Result = "created", Name = "desk", IsOffload = true, Ticket = "INC7" });

        played.WaitsFor.ShouldBeNull();
        played.Turns[^1].Replies[^1].Text.ShouldBe("Somebody comes.");
        played.Outcome.ShouldBe("Escalated");
    }

    [Fact]
    public async Task News_of_a_ticket_that_was_opened_is_a_turn_and_its_state_is_told()
    {
        var opened = new StudioInput { Result = "created", Name = "desk", IsOffload = true, Ticket = "INC7" };
        (await PlayAsync(Says("Ada"), Says("8421"), opened)).Tickets.ShouldBe([new StudioTicket("INC7", null)]);

        var played = await PlayAsync(Says("Ada"), Says("8421"), opened, new() { Agent = "I have a look." }, new() { Ticket = "INC7", State = "resolved" });

        played.Tickets.ShouldBe([new StudioTicket("INC7", "resolved")]);
        (played.Turns[^1].Kind, played.Turns[^1].Said, played.Turns[^1].Line).ShouldBe(("ticket", "INC7 resolved", 4));
        played.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_desk_did_stands_in_the_test_that_is_made_of_it()
    {
        var script = Script(
            Says("Ada"), Says("8421"), new() { Result = "created", Name = "desk", IsOffload = true, Ticket = "INC7" }, new() { Agent = "No: \"wait\"." }, new() { Ticket = "INC7", State = "in progress" });

        var draft = await talk.WriteTestAsync(Bot, script, new("a-room", "the desk is heard", null, Calls: true, Ended: true), Token);

        draft.Text.ShouldContain("""- agent: "No: \"wait\"." """.TrimEnd());
        draft.Text.ShouldContain("- ticket: { number: \"INC7\", state: in progress }");
        draft.Findings.ShouldBeEmpty();
        draft.Played.ShouldNotBeNull().IsGood.ShouldBeTrue(draft.Text);
    }

    [Fact]
    public async Task A_button_is_pressed_by_its_label()
    {
        var played = await PlayAsync(new StudioInput { Text = "Bob", IsPress = true });

        played.Problems.ShouldBeEmpty();
        played.Turns[^1].Kind.ShouldBe("press");
        (await PlayAsync(new StudioInput { Text = "Cyd", IsPress = true })).Problems.ShouldHaveSingleItem().ShouldContain("no button 'Cyd'");
    }

    [Fact]
    public async Task It_begins_at_a_dialog_with_values_of_the_variables_types()
    {
        var values = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>("""{"name":"ada","seats":"4"}""");
        var played = await talk.PlayAsync(Bot, new(null, null, new("main", values), []), Token);

        played.Turns[^1].Replies.Single().Text.ShouldBe("And your PIN?", "the name is known");
        played.Turns[^1].Variables.Single(value => value.Name == "seats").After.ShouldBe("4");
    }

    [Fact]
    public async Task It_becomes_a_test_of_the_draft_that_is_green()
    {
        var script = Script(Says("Ada"), new() { Clock = "1h" }, Says("8421"), new() { Result = "created", Name = "desk", IsOffload = true, Ticket = "INC7" });

        var draft = await talk.WriteTestAsync(Bot, script, new("a-room", "somebody comes", ["name"], Calls: true, Ended: true), Token);

        draft.Path.ShouldBe("tests/a-room.test.yaml");
        draft.Played.ShouldNotBeNull().ShouldSatisfyAllConditions(test => test.Problems.ShouldBeEmpty(), test => test.IsGood.ShouldBeTrue(draft.Text));
        draft.Text.ShouldContain("clock: +1h");
        draft.Text.ShouldContain("ended: escalated");
    }

    [Theory]
    [InlineData("[{}]", "Line 1 says nothing.")]
    [InlineData("""[{"clock":"soon"}]""", "Line 1 moves the clock by 'soon'")]
    [InlineData("""[{"text":"a"},{"clock":"400d"}]""", "Line 2 moves the clock by more than 366 days.")]
    [InlineData("""[{"agent":""}]""", "Line 1 says nothing.")]
    [InlineData("""[{"state":"done"}]""", "Line 1 tells news of a ticket, and not of which.")]
    [InlineData("""[{"ticket":"INC1"}]""", "Line 1 says nothing.")]
    [InlineData("""[{"ticket":"INC1","state":" "}]""", "Line 1 tells news of ticket 'INC1', and not in which state it is.")]
    [InlineData("""[{"result":"ok"}]""", "Line 1 says how something ends, and not what.")]
    [InlineData("""[{"result":"ok","name":"x","output":"{"}]""", "no JSON")]
    [InlineData("""[{"result":"ok","name":"x","output":"[1]"}]""", "no JSON object")]
    [InlineData("""[{"result":"perhaps","name":"desk","isOffload":true}]""", "which no desk does")]
    public async Task A_line_that_means_nothing_is_refused_with_a_reason(string lines, string reason)
    {
        var script = Script(JsonSerializer.Deserialize<StudioInput[]>(lines, JsonSerializerOptions.Web)!);

        (await Should.ThrowAsync<OperatorException>(async () => await talk.PlayAsync(Bot, script, Token))).Message.ShouldContain(reason);
    }

    [Fact]
    public async Task What_the_bot_does_not_have_is_refused_with_a_reason()
    {
        await RefusesAsync(new(null, null, new("nowhere", null), []), "no dialog 'nowhere'");
        await RefusesAsync(new(null, null, new("main", new Dictionary<string, JsonElement> { ["x"] = default }), []), "variable 'x'");
        await RefusesAsync(new(null, "pigeons", null, []), "offers a channel 'pigeons'");
    }

    [Theory]
    [InlineData("Bad Name", "a", "is no name of a test's file")]
    [InlineData("../evil", "a", "is no name of a test's file")]
    [InlineData("fine", " ", "needs a sentence")]
    [InlineData("fine", "a", "stands still")]
    public async Task A_test_that_cannot_be_made_is_refused_with_a_reason(string file, string title, string reason) =>
        (await Should.ThrowAsync<OperatorException>(async () =>
            await talk.WriteTestAsync(Bot, Script(Says("Ada"), Says("8421")), new(file, title, null, Calls: false, Ended: false), Token))).Message.ShouldContain(reason);

    private static StudioInput Says(string text) => new() { Text = text };

    private static StudioScript Script(params StudioInput[] lines) => new(null, null, null, lines);

    private async Task<StudioTalk> PlayAsync(params StudioInput[] lines) => await talk.PlayAsync(Bot, Script(lines), Token);

    private async Task RefusesAsync(StudioScript script, string reason) =>
        (await Should.ThrowAsync<OperatorException>(async () => await talk.PlayAsync(Bot, script, Token))).Message.ShouldContain(reason);
}
