using System.Runtime.InteropServices;

namespace Spark.Understanding.Entities.Pieces;

/// <summary>A run of letters (folded), a run of digits, or a sign, with its place in the text as written.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Piece(PieceKind Kind, string Text, int Start, int End);
