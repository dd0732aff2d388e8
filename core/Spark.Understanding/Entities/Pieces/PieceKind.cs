namespace Spark.Understanding.Entities.Pieces;

/// <summary>What a <see cref="Piece"/> is made of.</summary>
internal enum PieceKind
{
    Word,
    Digits,
    Sign,
}
