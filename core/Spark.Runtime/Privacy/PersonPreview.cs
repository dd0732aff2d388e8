namespace Spark.Runtime.Privacy;

/// <summary>What is kept of one person, in numbers: what an erasure takes.</summary>
/// <param name="Faces">The person on each channel instance.</param>
/// <param name="Conversations">How many conversations.</param>
/// <param name="Open">How many of them are open, and will be ended.</param>
/// <param name="Turns">How many turns they have.</param>
/// <param name="Tickets">How many attempts to open tickets.</param>
/// <param name="Files">How many files.</param>
/// <param name="Remembered">How many values bots remember of the person.</param>
/// <param name="AuditEntries">How many entries of the audit mention the person.</param>
public sealed record PersonPreview(
    IReadOnlyList<PersonFace> Faces, int Conversations, int Open, int Turns, int Tickets, int Files, int Remembered, int AuditEntries);
