using System.Text.RegularExpressions;
using Spark.Understanding.Entities.Pieces;
using Spark.Understanding.Values.Addresses;

namespace Spark.Understanding.Entities.Addresses;

/// <summary><c>email</c>: an address with a host that could be one.</summary>
internal sealed class EmailRecognizer : IRecognizer
{
    private static readonly Regex Candidate = new(
        @"(?<local>[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]+)@(?<host>[\p{L}\p{M}0-9._-]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public IEnumerable<Entity> Find(PiecedText text, EntityContext context)
    {
        foreach (Match match in Candidate.Matches(text.Source))
        {
            // What quotes or lists leave stuck to the front is no part of the address.
            string local = match.Groups["local"].Value.TrimStart('\'', '*', '/', '=', '?', '!', '|', '{', '.', '#', '&', '~');
            string host = HostName.Trim(match.Groups["host"].Value);
            int start = match.Groups["host"].Index - 1 - local.Length;
            int end = match.Groups["host"].Index + host.Length;
            bool goesOn = end < text.Source.Length && text.Source[end] == '@';
            if (!goesOn && local.Length is > 0 and <= 64 && !local.EndsWith('.') && !local.Contains("..", StringComparison.Ordinal) && HostName.IsSound(host))
            {
                string address = text.Source[start..end];
                yield return new Entity(EntityTypes.Email, address, start, end, [new EntityValue { Value = address }]);
            }
        }
    }
}
