using Spark.Understanding.Languages;
using Spark.Understanding.Text;

namespace Spark.Understanding.Values.Moments;

/// <summary>What the parsers of moments share: the readers of one language and the person's clock.</summary>
internal sealed class MomentReaders
{
    public MomentReaders(ValueContext context)
    {
        Words = LanguageCatalog.For(context.Language);
        Now = context.Now;
        var durations = new DurationReader(Words);
        bool dayFirst = Words.Dates.DayFirst || Words.Dates.DayFirstRegions.Contains(TextNormalizer.Normalize(LanguageCatalog.RegionOf(context.Language)));
        Dates = new DateReader(Words, durations, Now, dayFirst, context.Prefer);
        Times = new TimeReader(Words, durations, Now);
        Durations = durations;
    }

    public LanguageWords Words { get; }

    public DateTimeOffset Now { get; }

    public DateReader Dates { get; }

    public TimeReader Times { get; }

    public DurationReader Durations { get; }
}
