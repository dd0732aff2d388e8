using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Actions;

/// <summary>Reads the deeds of one verb that the core knows.</summary>
internal interface IDeedReader
{
    /// <summary>The verb.</summary>
    string Verb { get; }

    /// <summary>The fields that a deed of this verb may have, the verb and <c>id</c> apart.</summary>
    IReadOnlyList<string> Companions { get; }

    /// <summary>Reads a deed.</summary>
    Deed Read(DeedContext deed);
}
