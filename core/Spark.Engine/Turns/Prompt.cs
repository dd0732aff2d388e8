using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;

namespace Spark.Engine.Turns;

/// <summary>Questions: asked when the answer is not known, heard until it fits or the tries are over.</summary>
internal static class Prompt
{
    /// <summary>Asks for a variable, or goes on when it is known and still fits.</summary>
    public static void Ask(Turn turn, AskStep step)
    {
        if (!step.Again && IsKnown(turn, step))
        {
            Answered(turn, step.Next);
            return;
        }

        var question = Open(turn);
        Show(turn, step, Speech.Render(turn, step.Question), question);
    }

    public static void Ask(Turn turn, ConfirmStep step)
    {
        var question = Open(turn);
        Show(turn, step, Speech.Render(turn, step.Question), question);
    }

    /// <summary>Hears an answer to the question at the top of the stack.</summary>
    public static void Answer(Turn turn, MessageReceived message)
    {
        var waiting = (WaitingForAnswer)turn.State.Waiting!;
        var step = Asking(turn);
        if (message.ChoiceToken is { } token && TakePress(turn, step, waiting, token))
        {
            return;
        }

        var text = Chooser.TextOf(message);

        // What the question offers is its answer even where it sounds like an intent.
        var heard = AnswerReader.ReadOffered(turn, step, text);
        if (heard.IsUndefined && (GlobalWords.Take(turn, text) || Interrupt(turn, step, text)))
        {
            return;
        }

        Hear(turn, step, waiting, heard.IsUndefined && step is AskStep ask ? AnswerReader.ReadFree(turn, ask, message, text) : heard);
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

        var text = Chooser.TextOf(message);
        if (!GlobalWords.Take(turn, text))
        {
            Interrupt(turn, Asking(turn), text);
        }
    }

    /// <summary>Leaves the question that nobody answered in time.</summary>
    public static void Leave(Turn turn)
    {
        if (turn.State.Waiting is not WaitingForAnswer)
        {
            return;
        }

        var target = Asking(turn) switch
        {
            AskStep ask => ask.Unanswered ?? ask.Otherwise,
            ConfirmStep confirm => confirm.Unanswered ?? confirm.Otherwise,
            _ => null,
        };
        if (target is { } unanswered)
        {
            turn.Jump(unanswered);
        }
    }

    /// <summary>Shows the open question once more; nothing when none is open.</summary>
    public static void Repeat(Turn turn)
    {
        if (turn.State.Waiting is WaitingForAnswer waiting)
        {
            var step = Asking(turn);
            Show(turn, step, Speech.Render(turn, step is AskStep ask ? ask.Question : ((ConfirmStep)step).Question), waiting.Question);
        }
    }

    /// <summary>The variable that the open question asks for; null when none is open, or it is for no variable.</summary>
    public static string? OpenVariable(Turn turn) => turn.State.Waiting is WaitingForAnswer && Asking(turn) is AskStep ask ? ask.Into : null;

    /// <summary>True when the open question is for a variable that is never stored in clear: whatever becomes of the answer, or of the turn.</summary>
    public static bool AsksForSecret(Bot bot, ConversationState state) =>
        bot.Sensitive.Count > 0
        && state is { Waiting: WaitingForAnswer, Stack: [.., { IsAction: false } frame] }
        && bot.Dialogs.GetValueOrDefault(frame.Id)?.Steps.ElementAtOrDefault(frame.Step) is AskStep ask
        && bot.Sensitive.Contains(ask.Into, StringComparer.Ordinal);

    // False when the token is of no button at all: then the label counts as if it had been written.
    private static bool TakePress(Turn turn, Step step, WaitingForAnswer waiting, string token)
    {
        switch (Buttons.Press(turn, token))
        {
            case Press.Outdated:
                HearPress(turn, step, waiting, token);
                return true;
            case Press.Gone:
                Speech.SayBuiltIn(turn, BuiltInTexts.Gone);
                Repeat(turn);
                return true;
            case Press.Set when step is AskStep ask && IsKnown(turn, ask) && Buttons.Sets(turn, token, ask.Into):
                turn.State = turn.State with { Waiting = null };
                Answered(turn, ask.Next);
                return true;
            case Press.Set:
                Repeat(turn);
                return true;
            case Press.Followed:
                return true;
            default:
                return false;
        }
    }

    private static void HearPress(Turn turn, Step step, WaitingForAnswer waiting, string token)
    {
        ChoiceToken.IsAnswer(token, out var episode, out var question, out var pressed);
        if (question != waiting.Question || episode != turn.State.Episode!.Number)
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.Outdated);
            Repeat(turn);
            return;
        }

        // A token comes from outside like any text: only what was offered is taken.
        var isOffered = Offers.Of(turn, step).Any(option => string.Equals(option.Value, pressed, StringComparison.Ordinal));
        Hear(turn, step, waiting, !isOffered ? Value.Undefined
            : step is AskStep ask ? AnswerReader.ValueOf(turn.Definition(ask.Into), pressed)
            : Value.From(pressed));
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

    private static void Hear(Turn turn, Step step, WaitingForAnswer waiting, Value heard)
    {
        switch (step)
        {
            case AskStep ask when !heard.IsUndefined && Fits(turn, ask, heard):
                turn.Assign(ask.Into, heard);
                turn.Answer(ask.Next);
                break;
            case ConfirmStep confirm when !heard.IsUndefined:
                turn.State = turn.State.Misses == 0 ? turn.State : turn.State with { Misses = 0 };
                turn.Jump(string.Equals(heard.AsString(), Offers.Yes, StringComparison.Ordinal) ? Target.ToStep(confirm.Next) : confirm.Otherwise);
                break;
            default:
                Miss(turn, step, waiting);
                break;
        }
    }

    private static void Miss(Turn turn, Step step, WaitingForAnswer waiting)
    {
        var misses = waiting.Misses + 1;
        var (tries, otherwise, invalid) = step switch
        {
            AskStep ask => (ask.Tries, ask.Otherwise, ask.Invalid),
            ConfirmStep confirm => (confirm.Tries, confirm.Otherwise, confirm.Invalid),
            _ => ((int?)null, (Target?)null, (IReadOnlyList<Text>)[]),
        };
        if (misses >= tries && otherwise is { } target)
        {
            turn.Jump(target);
            return;
        }

        turn.State = turn.State with { Waiting = waiting with { Misses = misses } };
        turn.Replace(turn.Top with { Misses = misses });
        var text = invalid.Count > 0 ? Speech.Render(turn, invalid[Math.Min(misses, invalid.Count) - 1]) : InvalidText(turn, step);
        Show(turn, step, text, waiting.Question);
    }

    private static string InvalidText(Turn turn, Step step)
    {
        var language = turn.State.Language;
        return step switch
        {
            AskStep { Suggest: null } ask when Offers.Of(turn, ask).Count > 0 => BuiltInTexts.In(language, BuiltInTexts.NotAChoice),
            AskStep ask => BuiltInTexts.Invalid(language, turn.Definition(ask.Into).Type),
            _ => BuiltInTexts.In(language, BuiltInTexts.NotYesOrNo),
        };
    }

    // A default is no answer: it holds until there is one.
    private static bool IsKnown(Turn turn, AskStep step)
    {
        var known = turn.Held(step.Into);
        return !known.IsUndefined && known.Kind != ValueKind.Null && KnownAnswer.HasType(turn, step, turn.Definition(step.Into), known) && Fits(turn, step, known);
    }

    private static bool Fits(Turn turn, AskStep step, Value candidate)
    {
        if (step.Check is not { } check)
        {
            return true;
        }

        return turn.Evaluate(check, Value.Object([new KeyValuePair<string, Value>(step.Into, candidate)])).ToBoolean();
    }

    private static void Answered(Turn turn, int next) => turn.Replace(turn.Top with { Step = next, Misses = 0 });

    private static long Open(Turn turn)
    {
        var question = turn.State.Questions + 1;
        turn.State = turn.State with
        {
            Questions = question,
            Waiting = new WaitingForAnswer { Question = question, Asked = turn.Sequence, Misses = turn.Top.Misses },
        };
        return question;
    }

    // A number means a position among what was shown last: a question's choices end the menu before it.
    private static void Show(Turn turn, Step step, string text, long question)
    {
        List<Choice> choices = Offers.Buttons(turn, step, question);
        Speech.Say(turn, text, choices, areReplies: step is AskStep { Suggest: not null }, answerOnce: true);
        if (choices.Count > 0 && turn.State.Menu is not null)
        {
            turn.State = turn.State with { Menu = null };
        }
    }

    private static Step Asking(Turn turn) => turn.Bot.Dialogs[turn.Top.Id].Steps[turn.Top.Step] is var step and (AskStep or ConfirmStep)
        ? step
        : throw turn.Fault("SPK13003", "The conversation waits for an answer at a step that asks nothing.");
}
