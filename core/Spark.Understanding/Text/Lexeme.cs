using System.Runtime.InteropServices;

namespace Spark.Understanding.Text;

/// <summary>A run of letters (folded), a run of digits, or a sign, with its place in the cleaned text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Lexeme(LexemeKind Kind, string Text, int Start, int End);
