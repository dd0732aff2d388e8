using Spark.Understanding.Entities.Numbers;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Entities.Words;

namespace Spark.Understanding.Entities.Moments;

internal sealed class MomentRecognizer(LanguageTable table, NumberReader numbers) : IRecognizer
{
    public IEnumerable<Entity> Find(PiecedText text, EntityContext context) => table.Has("x") && numbers.Read(text, 0) is null ? [] : [];
}
