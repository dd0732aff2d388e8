namespace Spark.Understanding.Text;

/// <summary>What a <see cref="Lexeme"/> is made of.</summary>
internal enum LexemeKind
{
    Word,
    Digits,
    Sign,
}
