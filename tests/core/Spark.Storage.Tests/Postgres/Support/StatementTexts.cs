using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Spark.Storage.Tests.Postgres.Support;

/// <summary>
/// The statements that stand in the code of some types, wherever in it: read from their methods, as there is no list that somebody could
/// forget to put one on.
/// </summary>
public static class StatementTexts
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private const int StringToken = 0x70;

    private static readonly string[] Beginnings = ["SELECT", "WITH", "INSERT", "UPDATE", "DELETE"];

    public static IReadOnlyList<string> Of(IEnumerable<Type> types) =>
        [.. types.SelectMany(Methods).SelectMany(Texts).Where(IsStatement).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(Own).Concat<MethodBase>(type.GetConstructors(Own));

    private static IEnumerable<string> Texts(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at + sizeof(int) < code.Length; at++)
        {
            // A number may look like the load of a string as well; what it leads to does not look like a statement.
            if (code[at] == OpCodes.Ldstr.Value && BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at + 1)) is var token && token >> 24 == StringToken
                && Resolve(method.Module, token) is { } text)
            {
                yield return text;
            }
        }
    }

    private static string? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveString(token);
        }
        catch (Exception none) when (none is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }

    private static bool IsStatement(string text) =>
        Array.Exists(Beginnings, beginning => text.TrimStart().StartsWith(beginning + " ", StringComparison.Ordinal));
}
