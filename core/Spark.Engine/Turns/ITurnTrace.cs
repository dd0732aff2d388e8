using Spark.Engine.Conversations;

namespace Spark.Engine.Turns;

/// <summary>Is told how a turn goes, for coverage and for people who ask why. What it does changes nothing of the turn.</summary>
public interface ITurnTrace
{
    /// <summary>A step of a dialog or a deed of an action dialog is about to run.</summary>
    /// <param name="frame">The dialog and the index of the step.</param>
    void Stepped(Frame frame);

    /// <summary>An action dialog has ended.</summary>
    /// <param name="run">The dialog and the index of the step that ran it.</param>
    /// <param name="outcome">Its outcome.</param>
    void Finished(Frame run, string outcome);

    /// <summary>A sentence was looked through for an intent.</summary>
    /// <param name="intent">What was meant; null when nothing was understood.</param>
    void Understood(string? intent);

    /// <summary>A text was put into words.</summary>
    /// <param name="key">The text's key.</param>
    /// <param name="text">The words, in the conversation's language.</param>
    void Rendered(string key, string text);

    /// <summary>An effect was added to what the turn wants done. It may still be taken back.</summary>
    /// <param name="effect">The effect.</param>
    void Added(Effect effect);
}
