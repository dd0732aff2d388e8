using System.Text;

namespace Spark.Understanding.Text;

/// <summary>The many ways in which keyboards and phones write the same sign.</summary>
internal static class Punctuation
{
    public static bool IsApostrophe(Rune rune) =>
        rune.Value is '\'' or '`' or 0x00B4 or 0x2018 or 0x2019 or 0x201B or 0x02BC or 0x02B9 or 0x2032 or 0xFF07;

    /// <summary>Code points that Unicode reserves for nobody; .NET refuses to normalise some of them.</summary>
    public static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    public static bool IsQuote(Rune rune) =>
        rune.Value is '"' or 0x00AB or 0x00BB or 0x201C or 0x201D or 0x201E or 0x201F or 0x2033 or 0x2039 or 0x203A or 0xFF02;

    public static bool IsDash(Rune rune) =>
        rune.Value is '-' or (>= 0x2010 and <= 0x2015) or 0x2212 or 0xFE58 or 0xFE63 or 0xFF0D;
}
