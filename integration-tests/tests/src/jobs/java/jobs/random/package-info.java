/**
 * A generator of random ETL programs: {@link jobs.random.RandomPlan} throws the dice of a seed,
 * {@link jobs.random.RandomEtl} does what the plan says, and {@link jobs.random.Truth} tells from
 * the plan alone what flows where. Nothing is in the truth that no evidence whatever could show;
 * how the dice see to that stands beside them.
 */
package jobs.random;
