namespace Spark.Cockpit.Insights;

/// <summary>What bots understood, and which ways people took, in the newest conversations of a time.</summary>
/// <param name="Looked">How many conversations were looked at.</param>
/// <param name="IsAll">False when there were more than are looked at.</param>
/// <param name="Gone">How many of them could not be: retention has removed their beginning.</param>
/// <param name="Understood">How many sentences led to an intent.</param>
/// <param name="Missed">How many were not understood.</param>
/// <param name="Intents">The intents, the most frequent first.</param>
/// <param name="Sentences">What was not understood, the most frequent first; null for who may not read what people say.</param>
/// <param name="Handovers">How long people waited for desks, and desks took.</param>
/// <param name="Paths">The dialogs that conversations went through, the most frequent way first.</param>
internal sealed record InsightView(
    int Looked,
    bool IsAll,
    int Gone,
    int Understood,
    int Missed,
    IReadOnlyList<IntentCount> Intents,
    IReadOnlyList<MissedSentence>? Sentences,
    HandoverTimes Handovers,
    IReadOnlyList<DialogPath> Paths);
