using Spark.Runtime.Privacy;

namespace Spark.Cockpit.People;

/// <summary>People who were found, those seen last first.</summary>
internal sealed record PersonList(IReadOnlyList<PersonFace> People);
