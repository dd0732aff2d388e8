using Microsoft.Extensions.Options;

namespace Spark.Runtime.Turns;

[OptionsValidator]
internal sealed partial class TurnOptionsValidator : IValidateOptions<TurnOptions>;
