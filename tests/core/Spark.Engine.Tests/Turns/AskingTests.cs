using Spark.Engine.Conversations;
using Spark.Engine.Tests.Support;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>ask and confirm: what fits, what does not, and when the tries are over.</summary>
public sealed class AskingTests
{
    private const string Variables = "{ account: { type: email }, urgency: { type: choice, values: [low, normal, high] }, note: { type: text } }";

    private static readonly (string, string) Account = Dialog("start", """
        - id: which
          ask: Which account?
          into: account
          check: $contains(account, "@acme.com")
          invalid: It must end in @acme.com.
          tries: 3
          otherwise: give-up
          interrupt: [human]
        - id: done
          say: It is {account}.
        """);

    private static readonly (string, string) GiveUp = Dialog("give-up", "- { id: g, say: Never mind. }");
    private static readonly (string, string) Human = Dialog("human", "- { id: h, say: A human will come. }", "trigger: { intents: [human] }");
    private static readonly (string, string) Intents = ("intents.yaml", "human:\n  en: [get me a human]\nunlock:\n  en: [\"unlock {account}\"]\n");
    private static readonly (string, string) Unlock = Dialog("unlock", "- goto: start", "trigger: { intents: [unlock] }");

    private static Chat Begin(params (string, string)[] dialogs) => new Chat(Read([BotFile(Variables), .. dialogs])).Begin();

    [Fact]
    public void An_answer_is_read_by_the_variables_type_also_out_of_a_sentence()
    {
        var chat = Begin(Account, GiveUp, Human, Unlock, Intents);
        chat.Said.ShouldBe(["Which account?"]);
        chat.Say("my account is jo@acme.com").Said.ShouldBe(["It is jo@acme.com."]);
    }

    [Fact]
    public void An_answer_that_is_not_of_the_type_or_breaks_the_check_is_asked_again_until_the_tries_are_over()
    {
        var chat = Begin(Account, GiveUp, Human, Unlock, Intents);
        chat.Say("I do not know").Said.ShouldBe(["It must end in @acme.com."]);
        chat.Say("jo@gmail.com").Said.ShouldBe(["It must end in @acme.com."]);
        chat.Say("still not").Said.ShouldBe(["Never mind."]);
        chat.State.Waiting.ShouldBeNull();
    }

    [Fact]
    public void A_known_answer_is_not_asked_for_when_it_fits_and_asked_for_when_it_does_not()
    {
        Begin(Account, GiveUp, Human, Unlock, Intents).Say("x");
        var fits = new Chat(Read(BotFile(Variables), Account, GiveUp, Human, Unlock, Intents)).Say("unlock jo@acme.com");
        fits.Said.ShouldBe(["It is jo@acme.com."]);
        var doesNot = new Chat(Read(BotFile(Variables), Account, GiveUp, Human, Unlock, Intents)).Say("unlock jo@gmail.com");
        doesNot.Said.ShouldBe(["Which account?"]);
    }

    [Fact]
    public void Only_a_named_intent_breaks_in_and_the_question_comes_back()
    {
        var chat = Begin(Account, GiveUp, Human, Unlock, Intents);
        chat.Say("get me a human").Said.ShouldBe(["A human will come.", "Which account?"]);
        chat.Say("jo@acme.com").Said.ShouldBe(["It is jo@acme.com."]);
    }

    [Fact]
    public void An_answer_is_an_answer_even_where_it_sounds_like_an_intent()
    {
        var chat = Begin(Dialog("start", "- { id: what, ask: What is wrong?, into: note }\n- { id: s, say: \"Noted: {note}\" }"), Human, Intents, Unlock);
        chat.Say("get me a human").Said.ShouldBe(["Noted: get me a human"]);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("Today please")]
    [InlineData("the second")]
    [InlineData("normal")]
    public void A_choice_is_understood_by_number_label_ordinal_and_value(string answer)
    {
        var chat = Begin(Urgency());
        chat.Choices.Select(choice => choice.Label).ShouldBe(["It can wait", "Today please", "I cannot work"]);
        chat.Say(answer).Said.ShouldBe(["You said normal."]);
    }

    [Fact]
    public void A_choice_that_is_none_shows_the_choices_again()
    {
        var chat = Begin(Urgency());
        chat.Say("purple").Said.ShouldBe(["Please pick one of these."]);
        chat.Choices.Count.ShouldBe(3);
    }

    [Fact]
    public void A_button_answers_its_own_question_once()
    {
        var chat = Begin(Urgency());
        var button = chat.Choices[2];
        chat.Press(button).Said.ShouldBe(["You said high."]);
        chat.Press(button).Said.ShouldBe(["That question is no longer open."]);
    }

    [Fact]
    public void The_button_of_an_earlier_question_does_not_answer_the_present_one()
    {
        var chat = Begin(Dialog("start", """
            - id: first
              ask: First?
              into: urgency
              choices: { low: A, high: B }
            - id: second
              ask: Second?
              into: urgency
              again: true
              choices: { low: C, high: D }
            - id: s
              say: You said {urgency}.
            """));
        var old = chat.Choices[0];
        var second = chat.Press(chat.Choices[1]).Said;
        second.ShouldBe(["Second?"]);
        chat.Press(old).Said.ShouldBe(["That question is no longer open.", "Second?"]);
        chat.Press("D").Said.ShouldBe(["You said high."]);
    }

    [Theory]
    [InlineData("yes", "Going on.")]
    [InlineData("sure", "Going on.")]
    [InlineData("1", "Going on.")]
    [InlineData("no", "Stopped.")]
    [InlineData("no thanks", "Stopped.")]
    public void Confirm_goes_on_with_yes_and_elsewhere_with_no(string answer, string said)
    {
        var chat = Begin(Confirmation());
        chat.Choices.Select(choice => choice.Label).ShouldBe(["Yes", "No"]);
        chat.Say(answer).Said.ShouldBe([said]);
    }

    [Fact]
    public void Confirm_asks_again_and_takes_the_third_unclear_answer_for_a_no()
    {
        var chat = Begin(Confirmation());
        chat.Say("perhaps").Said.ShouldBe(["Please answer yes or no."]);
        chat.Say("who knows").Said.ShouldBe(["Please answer yes or no."]);
        chat.Say("blue").Said.ShouldBe(["Stopped."]);
    }

    [Fact]
    public void A_message_without_content_counts_as_an_answer_that_does_not_fit()
    {
        var chat = Begin(Account, GiveUp, Human, Unlock, Intents);
        chat.SayNothing().Said.ShouldBe(["It must end in @acme.com."]);
        chat.State.Waiting.ShouldBeOfType<WaitingForAnswer>().Misses.ShouldBe(1);
    }

    private static (string, string) Urgency() => Dialog("start", """
        - id: urgent
          ask: How urgent is it?
          into: urgency
          choices: { low: It can wait, normal: Today please, high: I cannot work }
        - id: s
          say: You said {urgency}.
        """);

    private static (string, string) Confirmation() => Dialog("start", """
        - id: sure
          confirm: Sure?
          otherwise: { id: stop, say: Stopped., end: abandoned }
        - id: go
          say: Going on.
        """);
}
