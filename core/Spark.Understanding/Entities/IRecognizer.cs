using Spark.Understanding.Entities.Pieces;

namespace Spark.Understanding.Entities;

/// <summary>Finds entities of a few types in a text. Safe on any thread, bounded in time, never throws on what people write.</summary>
internal interface IRecognizer
{
    IEnumerable<Entity> Find(PiecedText text, EntityContext context);
}
