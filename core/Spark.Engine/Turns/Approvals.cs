using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Messages;
using Spark.Understanding.Values;

namespace Spark.Engine.Turns;

/// <summary>
/// Asks the person before a deed acts. Only a clear yes lets it: a no, and what stays unclear, ends the action dialog as
/// <see cref="Approval.Declined"/>.
/// </summary>
internal static class Approvals
{
    private const string Yes = "yes";
    private const string No = "no";

    public static void Ask(Turn turn, Approval approval)
    {
        var question = turn.State.Questions + 1;
        turn.State = turn.State with
        {
            Questions = question,
            Waiting = new WaitingForApproval { Question = question, Asked = turn.Sequence },
        };
        Show(turn, TextOf(turn, approval), question);
    }

    /// <summary>Shows the open question once more.</summary>
    public static void Repeat(Turn turn)
    {
        if (turn.State.Waiting is WaitingForApproval waiting && ActionRunner.AwaitedDeed(turn) is { Approval: { } approval })
        {
            Show(turn, TextOf(turn, approval), waiting.Question);
        }
    }

    /// <summary>Hears what the person says to the question.</summary>
    public static void Answer(Turn turn, MessageReceived message, WaitingForApproval waiting, long saidAt)
    {
        if (ActionRunner.AwaitedDeed(turn) is not { Approval: { } approval } deed)
        {
            throw turn.Fault("SPK13003", "The conversation waits for an approval at a step that asks for none.");
        }

        switch (message.ChoiceToken is { } token ? Buttons.Press(turn, token) : Press.Unknown)
        {
            case Press.Followed:
                return;
            case Press.Outdated when !IsOurs(turn, waiting, message.ChoiceToken!):
                Speech.SayBuiltIn(turn, BuiltInTexts.Outdated);
                Show(turn, TextOf(turn, approval), waiting.Question);
                return;
        }

        // What was said before the question cannot approve of anything.
        if (waiting.Asked > saidAt)
        {
            return;
        }

        switch (Read(turn, message))
        {
            case true:
                turn.State = turn.State with { Waiting = null, Misses = 0 };
                ActionRunner.Act(turn, deed);
                break;
            case false:
                turn.State = turn.State with { Waiting = null, Misses = 0 };
                ActionRunner.Decline(turn);
                break;
            default:
                Miss(turn, waiting);
                break;
        }
    }

    private static void Miss(Turn turn, WaitingForApproval waiting)
    {
        var misses = waiting.Misses + 1;
        if (misses >= Approval.Tries)
        {
            turn.State = turn.State with { Waiting = null };
            ActionRunner.Decline(turn);
            return;
        }

        turn.State = turn.State with { Waiting = waiting with { Misses = misses } };
        Show(turn, BuiltInTexts.In(turn.State.Language, BuiltInTexts.NotYesOrNo), waiting.Question);
    }

    private static bool? Read(Turn turn, MessageReceived message)
    {
        if (message.ChoiceToken is { } token && ChoiceToken.IsAnswer(token, out _, out _, out var pressed))
        {
            return pressed switch { Yes => true, No => false, _ => null };
        }

        var text = Chooser.TextOf(message);
        var context = AnswerReader.Context(turn, [new(Yes, Label(turn, BuiltInTexts.Yes), []), new(No, Label(turn, BuiltInTexts.No), [])]);
        return ValueParsers.Find("yesno")?.Parse(text, context) is { } said
            ? said.Boolean
            : ValueParsers.Find("choice")?.Parse(text, context) is { } chosen ? chosen.Text == Yes : null;
    }

    private static bool IsOurs(Turn turn, WaitingForApproval waiting, string token) =>
        ChoiceToken.IsAnswer(token, out var episode, out var question, out _)
        && question == waiting.Question
        && episode == turn.State.Episode!.Number;

    private static string TextOf(Turn turn, Approval approval) =>
        approval.Question is { } question ? Speech.Render(turn, question) : BuiltInTexts.In(turn.State.Language, BuiltInTexts.Approve);

    private static void Show(Turn turn, string text, long question)
    {
        Choice[] choices =
        [
            new() { Label = Label(turn, BuiltInTexts.Yes), Token = ChoiceToken.ForAnswer(turn.State.Episode!.Number, question, Yes) },
            new() { Label = Label(turn, BuiltInTexts.No), Token = ChoiceToken.ForAnswer(turn.State.Episode!.Number, question, No) },
        ];
        Speech.Say(turn, text, choices, answerOnce: true);
        turn.State = turn.State with { Menu = null };
    }

    private static string Label(Turn turn, string name) => BuiltInTexts.In(turn.State.Language, name);
}
