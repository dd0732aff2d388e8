using FsCheck;
using FsCheck.Fluent;

namespace Spark.Expressions.Tests.Properties;

/// <summary>Random expressions: well-formed ones out of the grammar, and what mutation makes of them.</summary>
internal static class Expressions
{
    private static readonly string[] Leaves =
    [
        "a", "b.c", "`x y`", "$", "$$", "$x", "1", "-2.5", "1e300", "\"s\"", "'\\u00e9'", "true", "null", "*", "**", "%", "/a+/i", "[]", "{}",
        "$sum", "$map", "$string", "[1..3]", "$now()", "$random()", "function($x){$x}", "and", "missing",
    ];

    private static readonly string[] Signs =
        [" + ", " - ", " * ", " / ", " % ", " & ", " = ", " != ", " < ", " >= ", " and ", " or ", " in ", ".", " ~> ", " ?: ", " ?? ", " ? "];

    private static readonly string[] Calls =
    [
        "$sum", "$count", "$map", "$filter", "$reduce", "$sort", "$string", "$number", "$substring", "$split", "$replace", "$match", "$join",
        "$formatNumber", "$formatInteger", "$fromMillis", "$toMillis", "$keys", "$merge", "$spread", "$each", "$zip", "$append", "$eval", "$single",
        "$pad", "$distinct", "$shuffle", "$boolean", "$clone", "$lookup", "$round", "$power", "$formatBase", "$parseInteger", "$decodeUrl", "$error",
    ];

    private static readonly string[] Endings = ["[0]", "[]", "[$ > 1]", "[-1]", "^(a)", "^(>b, <c)", "{a: b}", "@$x", "#$i", ".$string()", "(?, 1)", ".(%)", "~>|a|{}|"];

    public static Gen<string> WellFormed(int size) => size <= 0
        ? Gen.Elements(Leaves)
        : Gen.OneOf(
            Gen.Elements(Leaves),
            from left in WellFormed(size / 2) from sign in Gen.Elements(Signs) from right in WellFormed(size / 2) select left + sign + right,
            from inner in WellFormed(size / 2) from ending in Gen.Elements(Endings) select inner + ending,
            from inner in WellFormed(size / 2) select $"({inner})",
            from first in WellFormed(size / 2) from second in WellFormed(size / 2) select $"($x := {first}; {second})",
            from first in WellFormed(size / 2) from second in WellFormed(size / 2) select $"[{first}, {second}]",
            from first in WellFormed(size / 2) from second in WellFormed(size / 2) select $"{{\"k\": {first}, \"l\": {second}}}",
            from name in Gen.Elements(Calls) from first in WellFormed(size / 2) from second in WellFormed(size / 2) select $"{name}({first}, {second})",
            from name in Gen.Elements(Calls) from only in WellFormed(size / 2) select $"{name}({only})",
            from body in WellFormed(size / 2) select $"function($x, $y)<x-x?:x>{{{body}}}",
            from body in WellFormed(size / 2) select $"$map([1..4], function($x){{{body}}})");

    public static Gen<string> Mutated() =>
        from text in WellFormed(12)
        from at in Gen.Choose(0, text.Length)
        from length in Gen.Choose(0, 4)
        from inserted in Gen.OneOf(Gen.Elements("", "(", ")", "[", "}", "|", "/", "\"", "`", "\\u12", "..", ":=", "~>", "?", "\0", "\ud800", "λ"), Gen.Elements(Leaves))
        select string.Concat(text.AsSpan(0, at), inserted, text.AsSpan(Math.Min(text.Length, at + length)));

    public static Gen<string> Documents() => Gen.Elements(
        "null",
        "5",
        "\"text\"",
        "[]",
        "[1,[2,[3,null]],{\"a\":[]}]",
        """{"a":1,"b":{"c":[1,2,{"c":"x"}]},"x y":true}""",
        """{"a":[{"a":1,"b":2},{"a":3}],"b":[{"c":"z"},{"c":["y"]}]}""",
        """{"a":"2018-02-03","b":{"c":-1e308},"1":[[]]}""");
}
