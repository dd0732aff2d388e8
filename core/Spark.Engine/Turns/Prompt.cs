using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;
using Spark.Understanding.Values;

namespace Spark.Engine.Turns;

/// <summary>Questions: asked when the answer is not known, heard until it fits or the tries are over.</summary>
internal static class Prompt
{
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>Asks for a variable, or goes on when it is known and still fits.</summary>
    public static void Ask(Turn turn, AskStep step)
    {
        var variable = Definition(turn, step);
        if (!step.Again && IsKnown(turn, step, variable))
        {
            turn.Replace(turn.Top with { Step = step.Next });
            return;
        }

        var question = Open(turn);
        Show(turn, Speech.Render(turn, step.Question), Choices(turn, step, variable, question));
    }

    public static void Ask(Turn turn, ConfirmStep step)
    {
        var question = Open(turn);
        Show(turn, Speech.Render(turn, step.Question), YesAndNo(turn, question));
    }

    /// <summary>Hears an answer to the question at the top of the stack.</summary>
    public static void Answer(Turn turn, MessageReceived message)
    {
        var waiting = (WaitingForAnswer)turn.State.Waiting!;
        var step = Asking(turn);
        switch (message.ChoiceToken is { } token ? Buttons.Press(turn, token) : Press.Unknown)
        {
            case Press.Followed:
                return;
            case Press.Outdated:
                HearPress(turn, step, waiting, message.ChoiceToken!);
                return;
        }

        var text = Chooser.TextOf(message);
        var chosen = ReadOffered(turn, step, text);
        if (!chosen.IsUndefined || !Interrupt(turn, step, text))
        {
            Hear(turn, step, waiting, chosen.IsUndefined ? ReadFree(turn, step, message, text) : chosen);
        }
    }

    /// <summary>
    /// Hears what was said before the question was asked: it cannot answer it, and is no mistake either. It may still lead elsewhere.
    /// </summary>
    public static void Overhear(Turn turn, MessageReceived message)
    {
        if (message.ChoiceToken is { } token && Buttons.Press(turn, token) != Press.Unknown)
        {
            return;
        }

        Interrupt(turn, Asking(turn), Chooser.TextOf(message));
    }

    /// <summary>Leaves the question that nobody answered in time.</summary>
    public static void Leave(Turn turn)
    {
        if (turn.State.Waiting is WaitingForAnswer && Asking(turn) is AskStep { Otherwise: { } otherwise })
        {
            turn.Jump(otherwise);
        }
    }

    private static void HearPress(Turn turn, Step step, WaitingForAnswer waiting, string token)
    {
        ChoiceToken.IsAnswer(token, out var episode, out var question, out var pressed);
        if (question != waiting.Question || episode != turn.State.Episode!.Number)
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.Outdated);
            Repeat(turn, step, waiting);
            return;
        }

        // A token comes from outside like any text: only what was offered is taken.
        Hear(turn, step, waiting, step switch
        {
            AskStep ask when AnswerReader.Options(turn, ask, Definition(turn, ask)).Any(option => option.Value == pressed) =>
                AnswerReader.ValueOf(Definition(turn, ask), pressed),
            ConfirmStep when pressed is Yes or No => Value.From(pressed),
            _ => Value.Undefined,
        });
    }

    // Only the intents that the question names may break in; their dialog is visited, so that the question comes back.
    private static bool Interrupt(Turn turn, Step step, string text)
    {
        IReadOnlyList<string> allowed = step switch
        {
            AskStep ask => ask.Interrupt,
            ConfirmStep confirm => confirm.Interrupt,
            _ => [],
        };
        if (Intents.FindBreaking(turn, text, allowed) is not { } found)
        {
            return false;
        }

        turn.Interrupt(found.Dialog.Id);
        Intents.Take(turn, found.Match);
        return true;
    }

    // What the question offers is its answer even where it sounds like an intent.
    private static Value ReadOffered(Turn turn, Step step, string text) => step switch
    {
        AskStep ask => AnswerReader.ReadChoice(turn, Definition(turn, ask), AnswerReader.Options(turn, ask, Definition(turn, ask)), text),
        ConfirmStep => Confirmation(turn, text),
        _ => Value.Undefined,
    };

    private static Value ReadFree(Turn turn, Step step, MessageReceived message, string text) =>
        step is not AskStep ask || Definition(turn, ask).Type is "choice" ? Value.Undefined
        : Definition(turn, ask).Type is "file" ? AnswerReader.ReadFile(message)
        : AnswerReader.ReadType(turn, Definition(turn, ask), text);

    private static void Hear(Turn turn, Step step, WaitingForAnswer waiting, Value heard)
    {
        switch (step)
        {
            case AskStep ask when !heard.IsUndefined && Fits(turn, ask, heard):
                turn.State = turn.State with { Waiting = null, Misses = 0 };
                turn.Assign(ask.Into, heard);
                turn.Replace(turn.Top with { Step = ask.Next });
                break;
            case ConfirmStep confirm when !heard.IsUndefined:
                turn.State = turn.State with { Waiting = null, Misses = 0 };
                turn.Jump(string.Equals(heard.AsString(), Yes, StringComparison.Ordinal) ? Target.ToStep(confirm.Next) : confirm.Otherwise);
                break;
            default:
                Miss(turn, step, waiting);
                break;
        }
    }

    private static void Miss(Turn turn, Step step, WaitingForAnswer waiting)
    {
        var misses = waiting.Misses + 1;
        var (tries, otherwise) = step switch
        {
            AskStep ask => (ask.Tries, ask.Otherwise),
            ConfirmStep confirm => (confirm.Tries, confirm.Otherwise),
            _ => ((int?)null, (Target?)null),
        };
        if (misses >= tries && otherwise is { } target)
        {
            turn.Jump(target);
            return;
        }

        turn.State = turn.State with { Waiting = waiting with { Misses = misses } };
        switch (step)
        {
            case AskStep ask:
                var choices = Choices(turn, ask, Definition(turn, ask), waiting.Question);
                Show(turn, InvalidText(turn, ask, choices.Count > 0), choices);
                break;
            case ConfirmStep:
                Show(turn, BuiltInTexts.In(turn.State.Language, BuiltInTexts.NotYesOrNo), YesAndNo(turn, waiting.Question));
                break;
        }
    }

    private static void Repeat(Turn turn, Step step, WaitingForAnswer waiting)
    {
        switch (step)
        {
            case AskStep ask:
                Show(turn, Speech.Render(turn, ask.Question), Choices(turn, ask, Definition(turn, ask), waiting.Question));
                break;
            case ConfirmStep confirm:
                Show(turn, Speech.Render(turn, confirm.Question), YesAndNo(turn, waiting.Question));
                break;
        }
    }

    private static string InvalidText(Turn turn, AskStep step, bool hasChoices)
    {
        if (step.Invalid is { } invalid)
        {
            return Speech.Render(turn, invalid);
        }

        return hasChoices
            ? BuiltInTexts.In(turn.State.Language, BuiltInTexts.NotAChoice)
            : BuiltInTexts.Invalid(turn.State.Language, Definition(turn, step).Type);
    }

    private static bool IsKnown(Turn turn, AskStep step, VariableDefinition variable)
    {
        var known = turn.Variable(step.Into);
        return !known.IsUndefined && known.Kind != Expressions.ValueKind.Null && KnownAnswer.HasType(turn, step, variable, known) && Fits(turn, step, known);
    }

    private static bool Fits(Turn turn, AskStep step, Value candidate)
    {
        if (step.Check is not { } check)
        {
            return true;
        }

        return turn.Evaluate(check, Value.Object([new KeyValuePair<string, Value>(step.Into, candidate)])).ToBoolean();
    }

    private static Value Confirmation(Turn turn, string text)
    {
        var options = new List<ChoiceOption>
        {
            new(Yes, BuiltInTexts.In(turn.State.Language, BuiltInTexts.Yes), []),
            new(No, BuiltInTexts.In(turn.State.Language, BuiltInTexts.No), []),
        };
        if (ValueParsers.Find("yesno")?.Parse(text, AnswerReader.Context(turn, options)) is { } answer)
        {
            return Value.From(answer.Boolean ? Yes : No);
        }

        return ValueParsers.Find("choice")?.Parse(text, AnswerReader.Context(turn, options)) is { } choice
            ? Value.From(choice.Text)
            : Value.Undefined;
    }

    private static List<Choice> Choices(Turn turn, AskStep step, VariableDefinition variable, long question) =>
        [.. AnswerReader.Options(turn, step, variable)
            .Select(option => new Choice { Label = option.Label, Token = ChoiceToken.ForAnswer(turn.State.Episode!.Number, question, option.Value) })];

    private static List<Choice> YesAndNo(Turn turn, long question) =>
    [
        new() { Label = BuiltInTexts.In(turn.State.Language, BuiltInTexts.Yes), Token = ChoiceToken.ForAnswer(turn.State.Episode!.Number, question, Yes) },
        new() { Label = BuiltInTexts.In(turn.State.Language, BuiltInTexts.No), Token = ChoiceToken.ForAnswer(turn.State.Episode!.Number, question, No) },
    ];

    private static long Open(Turn turn)
    {
        var question = turn.State.Questions + 1;
        turn.State = turn.State with { Questions = question, Waiting = new WaitingForAnswer { Question = question, Asked = turn.Sequence } };
        return question;
    }

    // A number means a position among what was shown last: a question's choices end the menu before it.
    private static void Show(Turn turn, string text, List<Choice> choices)
    {
        Speech.Say(turn, text, choices);
        if (choices.Count > 0)
        {
            turn.State = turn.State with { Menu = null };
        }
    }

    private static Step Asking(Turn turn) => turn.Bot.Dialogs[turn.Top.Id].Steps[turn.Top.Step] is var step and (AskStep or ConfirmStep)
        ? step
        : throw turn.Fault("SPK13003", "The conversation waits for an answer at a step that asks nothing.");

    private static VariableDefinition Definition(Turn turn, AskStep step) => turn.Bot.Variables[step.Into];
}
