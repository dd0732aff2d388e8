using Spark.Engine.Definitions;
using Spark.Engine.Reading;

namespace Spark.Plugins;

/// <summary>Makes the findings of this project: what is wrong, where, and how to mend it.</summary>
internal static class Problem
{
    public static Finding At(string code, SourceLocation at, string message, string remedy) =>
        new() { Code = code, Level = FindingLevel.Error, At = at, Message = message, Remedy = remedy };

    public static Finding In(string code, string file, string message, string remedy) =>
        At(code, new SourceLocation(file, 0, 0), message, remedy);
}
