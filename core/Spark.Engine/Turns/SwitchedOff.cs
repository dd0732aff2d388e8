using Spark.Engine.Conversations;
using Spark.Engine.Definitions;

namespace Spark.Engine.Turns;

/// <summary>What a bot answers that is switched off: the dialog for <c>disabled</c>, which may hand over, or a sentence.</summary>
internal static class SwitchedOff
{
    /// <summary>Answers in place of the dialogs; false when the bot is on, or when its dialog for this is under way already.</summary>
    public static bool Answer(Turn turn)
    {
        if (turn.Happened is not InboundReceived { BotIsOff: true })
        {
            return false;
        }

        turn.Bot.Events.TryGetValue(BotEvent.Disabled, out var dialog);
        if (dialog is not null && !turn.State.Stack.IsEmpty && string.Equals(turn.State.Stack[0].Id, dialog, StringComparison.Ordinal))
        {
            return false;
        }

        if (!turn.State.IsOpen)
        {
            Episodes.Begin(turn);
        }

        turn.State = turn.State with { Episode = turn.State.Episode! with { IsNew = false }, Stack = [], Waiting = null, Menu = null };
        if (dialog is null)
        {
            Speech.SayBuiltIn(turn, BuiltInTexts.Disabled);
        }
        else
        {
            turn.GoTo(dialog);
        }

        return true;
    }
}
