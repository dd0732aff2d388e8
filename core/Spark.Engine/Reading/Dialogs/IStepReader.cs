using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads the steps of one verb.</summary>
internal interface IStepReader
{
    /// <summary>The verb.</summary>
    string Verb { get; }

    /// <summary>The fields that a step of this verb may have, the verb and <c>id</c> apart.</summary>
    IReadOnlyList<string> Companions { get; }

    /// <summary>True when the step needs an id, by which its texts are known.</summary>
    bool NeedsId { get; }

    /// <summary>Reads a step.</summary>
    Step Read(StepContext step);
}
