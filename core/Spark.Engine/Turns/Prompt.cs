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

        var visit = turn.Sequence;
        Speech.Say(turn, Speech.Render(turn, step.Question), Choices(turn, step, variable, visit));
        Wait(turn, visit, misses: 0);
    }

    public static void Ask(Turn turn, ConfirmStep step)
    {
        var visit = turn.Sequence;
        Speech.Say(turn, Speech.Render(turn, step.Question), YesAndNo(turn, visit));
        Wait(turn, visit, misses: 0);
    }

    /// <summary>Hears an answer to the question at the top of the stack.</summary>
    public static void Answer(Turn turn, MessageReceived message)
    {
        var waiting = (WaitingForAnswer)turn.State.Waiting!;
        var step = turn.Bot.Dialogs[turn.Top.Id].Steps[turn.Top.Step];
        if (message.ChoiceToken is { } token)
        {
            if (ChoiceToken.IsAnswer(token, out var visit, out var pressed))
            {
                Press(turn, step, waiting, visit, pressed);
                return;
            }

            if (Chooser.Press(turn, token))
            {
                return;
            }
        }

        var text = Chooser.TextOf(message);
        if (!Interrupt(turn, step, text))
        {
            Hear(turn, step, waiting, text);
        }
    }

    private static void Press(Turn turn, Step step, WaitingForAnswer waiting, long visit, string pressed)
    {
        if (visit != waiting.Visit)
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.Outdated);
            Repeat(turn, step, waiting);
        }
        else
        {
            Hear(turn, step, waiting, IsOffered(turn, step, pressed) ? Value.From(pressed) : Value.Undefined);
        }
    }

    // A token comes from outside: it may hold anything.
    private static bool IsOffered(Turn turn, Step step, string pressed) => step switch
    {
        AskStep ask => AnswerReader.Options(turn, ask, Definition(turn, ask)).Any(option => string.Equals(option.Value, pressed, StringComparison.Ordinal)),
        _ => pressed is Yes or No,
    };

    // Only the intents that the question names may break in; their dialog is visited, so that the question comes back.
    private static bool Interrupt(Turn turn, Step step, string text)
    {
        var allowed = step switch
        {
            AskStep ask => ask.Interrupt,
            ConfirmStep confirm => confirm.Interrupt,
            _ => [],
        };
        if (allowed.Count == 0 || Chooser.FindIntent(turn, text) is not { } found || !allowed.Contains(found.Match.Intent, StringComparer.Ordinal))
        {
            return false;
        }

        turn.Visit(found.Dialog.Id);
        Chooser.Take(turn, found.Match);
        return true;
    }

    private static void Hear(Turn turn, Step step, WaitingForAnswer waiting, string text)
    {
        var heard = step switch
        {
            AskStep ask => AnswerReader.Read(turn, Definition(turn, ask), AnswerReader.Options(turn, ask, Definition(turn, ask)), text),
            ConfirmStep => Confirmation(turn, text),
            _ => throw turn.Fault("SPK13003", "The conversation waits for an answer at a step that asks nothing."),
        };
        Hear(turn, step, waiting, heard);
    }

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

        Wait(turn, waiting.Visit, misses);
        switch (step)
        {
            case AskStep ask:
                var choices = Choices(turn, ask, Definition(turn, ask), waiting.Visit);
                Speech.Say(turn, InvalidText(turn, ask, choices.Count > 0), choices);
                break;
            case ConfirmStep:
                Speech.Say(turn, BuiltInTexts.In(turn.State.Language, BuiltInTexts.NotYesOrNo), YesAndNo(turn, waiting.Visit));
                break;
        }
    }

    private static void Repeat(Turn turn, Step step, WaitingForAnswer waiting)
    {
        switch (step)
        {
            case AskStep ask:
                Speech.Say(turn, Speech.Render(turn, ask.Question), Choices(turn, ask, Definition(turn, ask), waiting.Visit));
                break;
            case ConfirmStep confirm:
                Speech.Say(turn, Speech.Render(turn, confirm.Question), YesAndNo(turn, waiting.Visit));
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
        return !known.IsUndefined && known.Kind != Expressions.ValueKind.Null && HasType(turn, step, variable, known) && Fits(turn, step, known);
    }

    // A value that a bot set by expression, or that a person said before the question had choices, must still be of the type.
    private static bool HasType(Turn turn, AskStep step, VariableDefinition variable, Value known)
    {
        if (ValueParsers.Find(variable.Type) is null)
        {
            return true;
        }

        var options = AnswerReader.Options(turn, step, variable);
        return string.Equals(variable.Type, "choice", StringComparison.Ordinal)
            ? options.Any(option => known == Value.From(option.Value))
            : AnswerReader.Read(turn, variable, options, known.ToText()) == known;
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

    private static List<Choice> Choices(Turn turn, AskStep step, VariableDefinition variable, long visit) =>
        [.. AnswerReader.Options(turn, step, variable)
            .Select(option => new Choice { Label = option.Label, Token = ChoiceToken.ForAnswer(visit, option.Value) })];

    private static List<Choice> YesAndNo(Turn turn, long visit) =>
    [
        new() { Label = BuiltInTexts.In(turn.State.Language, BuiltInTexts.Yes), Token = ChoiceToken.ForAnswer(visit, Yes) },
        new() { Label = BuiltInTexts.In(turn.State.Language, BuiltInTexts.No), Token = ChoiceToken.ForAnswer(visit, No) },
    ];

    private static void Wait(Turn turn, long visit, int misses) =>
        turn.State = turn.State with { Waiting = new WaitingForAnswer { Visit = visit, Misses = misses } };

    private static VariableDefinition Definition(Turn turn, AskStep step) => turn.Bot.Variables[step.Into];
}
